/** Who did what, newest first: filtered and paged. */

import './shell.js';
import { getJson } from './api.js';
import { keep, valuesOf } from './address.js';
import { KeyedList } from './keyed-list.js';
import { SearchPage } from './search-page.js';
import { dayAndTime, dayBegin } from './format.js';
import { me } from './me.js';
import { known, t } from './words.js';
import { byId, putIn } from './dom.js';

const SIZE = 50;
const AGAIN_MS = 30_000;
const ACTIONS = ['LOGGED_IN', 'LOGIN_FAILED', 'LOGGED_OUT', 'DENIED', 'VIEWED_CALL', 'EXPORTED_CALLS', 'ACKNOWLEDGED',
  'SNOOZED', 'JUDGED', 'NOTED', 'RULES_BACK_TESTED', 'RULES_APPLIED', 'RULES_WITHDRAWN', 'ERASED'];

const form = byId('search');
const rows = new KeyedList(byId('rows'), byId('row'));
for (const name of ACTIONS) form.elements.action.append(new Option(t(`did.${name}`), name));
let found;
const search = new SearchPage(form, {
  everyMs: AGAIN_MS,
  ask: () => {
    keepInAddress();
    return getJson(`/api/audit?${query(valuesOf(form))}`);
  },
  show: answer => {
    found = answer;
    show();
  },
  turned: () => {
    keepInAddress();
    show();
  },
});
search.look();

function keepInAddress() {
  keep({ ...valuesOf(form), page: search.page || '' });
}

function query({ who, action, call, from, to }) {
  const asked = { who: who.trim(), action, call: call.trim() };
  if (from) asked.since = new Date(dayBegin(from)).toISOString();
  if (to) asked.until = new Date(dayBegin(to, true)).toISOString();
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
}

function show() {
  const { entries, isCut } = found;
  search.showPages(Math.max(1, Math.ceil(entries.length / SIZE)));
  const shown = entries.slice(search.page * SIZE, (search.page + 1) * SIZE);
  rows.show(shown.map((entry, id) => ({ id, ...entry })), fill);
  byId('table').hidden = entries.length === 0;
  byId('empty').hidden = entries.length > 0;
  byId('empty').textContent = t(me.open ? 'audit.open' : 'audit.empty');
  byId('total').textContent = t('audit.found', { n: entries.length });
  byId('reach').textContent = isCut ? t('audit.cut') : form.elements.from.value ? '' : t('audit.lately');
}

function fill(row, { at, who, roles, address, action, call, subject, detail }) {
  putIn(row, '.when', dayAndTime(at));
  putIn(row, '.name', who);
  putIn(row, '.person .detail', [...roles.map(role => t(`role.${role}`)), address].join(' · '));
  putIn(row, '.deed', known(`did.${action}`) ? t(`did.${action}`) : action);
  row.classList.toggle('refused', action === 'DENIED' || action === 'LOGIN_FAILED');
  const link = row.querySelector('.about a');
  link.hidden = !call;
  if (call) link.href = `/calls/${encodeURIComponent(call)}`;
  putIn(row, '.about a', call ?? '');
  putIn(row, '.about .detail', [subject, detail].filter(Boolean).join(' · '));
}

/** Who did what, newest first: filtered and paged. */

import './shell.js';
import { getJson } from './api.js';
import { fillFrom, keep, valuesOf } from './address.js';
import { Freshness } from './freshness.js';
import { KeyedList } from './keyed-list.js';
import { dayAndTime, dayBegin } from './format.js';
import { me } from './me.js';
import { known, t } from './words.js';

const SIZE = 50;
const AGAIN_MS = 30_000;
const WAIT_MS = 250;
const ACTIONS = ['LOGGED_IN', 'LOGIN_FAILED', 'LOGGED_OUT', 'DENIED', 'VIEWED_CALL', 'EXPORTED_CALLS', 'ACKNOWLEDGED',
  'SNOOZED', 'JUDGED', 'NOTED', 'RULES_BACK_TESTED', 'RULES_APPLIED', 'RULES_WITHDRAWN', 'ERASED'];

const byId = id => document.getElementById(id);
const form = byId('search');
const rows = new KeyedList(byId('rows'), byId('row'));
const freshness = new Freshness();
let page = Number(new URLSearchParams(location.search).get('page') ?? 0);
let found = { entries: [], isCut: false };
let timer;
let latest = 0;

for (const name of ACTIONS) form.elements.action.append(new Option(t(`did.${name}`), name));
fillFrom(form);
form.addEventListener('input', () => {
  page = 0;
  lookIn(WAIT_MS);
});
form.addEventListener('submit', event => event.preventDefault());
form.addEventListener('reset', () => setTimeout(() => lookIn(0)));
byId('earlier').addEventListener('click', () => turn(-1));
byId('later').addEventListener('click', () => turn(1));
look();

function lookIn(ms) {
  clearTimeout(timer);
  timer = setTimeout(look, ms);
}

async function look() {
  clearTimeout(timer);
  const mine = ++latest;
  keepInAddress();
  try {
    const answer = await getJson(`/api/audit?${query(valuesOf(form))}`);
    if (mine !== latest) return;
    found = answer;
    freshness.heard({ source: { state: 'LIVE' }, now: Date.now() });
    freshness.connection(true);
    say('');
    show();
  } catch (problem) {
    if (mine !== latest) return;
    if (problem.status === 503) freshness.heard({ source: { state: 'AWAY', detail: problem.message }, now: Date.now() });
    if (!problem.status) freshness.connection(false);
    say(problem.message);
  }
  timer = setTimeout(look, AGAIN_MS);
}

function keepInAddress() {
  keep({ ...valuesOf(form), page: page || '' });
}

function query({ who, action, call, from, to }) {
  const asked = { who: who.trim(), action, call: call.trim() };
  if (from) asked.since = new Date(dayBegin(from)).toISOString();
  if (to) asked.until = new Date(dayBegin(to, true)).toISOString();
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value));
}

function show() {
  const { entries, isCut } = found;
  const pages = Math.max(1, Math.ceil(entries.length / SIZE));
  page = Math.min(page, pages - 1);
  rows.show(entries.slice(page * SIZE, (page + 1) * SIZE).map((entry, id) => ({ id, ...entry })), fill);
  byId('table').hidden = entries.length === 0;
  byId('empty').hidden = entries.length > 0;
  byId('empty').textContent = t(me.open ? 'audit.open' : 'audit.empty');
  byId('total').textContent = t('audit.found', { n: entries.length });
  byId('reach').textContent = isCut ? t('audit.cut') : form.elements.from.value ? '' : t('audit.lately');
  byId('where').textContent = t('history.page', { page: page + 1, pages });
  byId('earlier').disabled = page === 0;
  byId('later').disabled = page >= pages - 1;
  byId('pager').hidden = pages === 1;
}

function fill(row, { at, who, roles, address, action, call, subject, detail }) {
  put(row, '.when', dayAndTime(at));
  put(row, '.name', who);
  put(row, '.person .detail', [...roles.map(role => t(`role.${role}`)), address].join(' · '));
  put(row, '.deed', known(`did.${action}`) ? t(`did.${action}`) : action);
  row.classList.toggle('refused', action === 'DENIED' || action === 'LOGIN_FAILED');
  const link = row.querySelector('.about a');
  link.hidden = !call;
  if (call) link.href = `/calls/${encodeURIComponent(call)}`;
  put(row, '.about a', call ?? '');
  put(row, '.about .detail', [subject, detail].filter(Boolean).join(' · '));
}

function turn(by) {
  page += by;
  keepInAddress();
  show();
  byId('main').scrollIntoView();
}

function say(problem) {
  byId('problem').textContent = problem;
  byId('problem').hidden = !problem;
}

function put(row, selector, text) {
  const element = row.querySelector(selector);
  if (element.textContent !== text) element.textContent = text;
}

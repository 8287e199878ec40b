/** Calls that are over: searched, sorted, paged. */

import './shell.js';
import { getJson } from './api.js';
import { keep, valuesOf } from './address.js';
import { offerErasure } from './erase.js';
import { KeyedList } from './keyed-list.js';
import { SearchPage } from './search-page.js';
import { onKey } from './keys.js';
import { severityWord } from './alerts.js';
import { face, wordFor } from './emotions.js';
import { dayAndTime, dayBegin, duration, nameOf, partiesOf, percent, share } from './format.js';
import { t } from './words.js';
import { byId, putIn } from './dom.js';

const SIZE = 50;
const AGAIN_MS = 10_000;

const form = byId('search');
const rows = new KeyedList(byId('rows'), byId('row'));
for (const name of ['angry', 'disgust', 'fear', 'sad', 'surprise', 'happy', 'neutral', 'calm', 'boredom', 'uncertain']) {
  form.elements.emotion.append(new Option(wordFor(name), name));
}
const search = new SearchPage(form, { everyMs: AGAIN_MS, ask, show });
let sort = new URLSearchParams(location.search).get('sort') ?? '-started';

for (const head of document.querySelectorAll('[data-sort]')) {
  head.querySelector('button').addEventListener('click', () => sortBy(head.dataset.sort));
}
search.look();
onKey('/', 'key.search', () => form.elements.text.focus());

function ask() {
  const values = valuesOf(form);
  const inAddress = keep({ ...values, sort: sort === '-started' ? '' : sort, page: search.page || '' });
  const query = new URLSearchParams(inAddress);
  for (const name of ['from', 'to']) {
    if (values[name]) query.set(name, String(dayBegin(values[name], name === 'to')));
  }
  byId('csv').href = `/api/history.csv?${query}`;
  query.set('size', SIZE);
  return getJson(`/api/history?${query}`);
}

function show(found) {
  const isThere = search.showPages(Math.max(1, Math.ceil(found.total / found.size)));
  if (!isThere) search.look();
  rows.show(found.calls, fill);
  byId('empty').hidden = found.total > 0;
  byId('table').hidden = found.total === 0;
  byId('total').textContent = t('history.found', { n: found.total });
  byId('reach').textContent = found.reachesBackTo ? t('history.reach', { time: dayAndTime(found.reachesBackTo) }) : '';
  const customer = valuesOf(form).text.trim();
  offerErasure(byId('erase'), found.calls.some(call => call.customer === customer) && customer);
  for (const head of document.querySelectorAll('[data-sort]')) {
    const here = sort.replace('-', '') === head.dataset.sort;
    head.ariaSort = here ? (sort.startsWith('-') ? 'descending' : 'ascending') : null;
  }
}

function fill(row, call) {
  const link = row.querySelector('.who a');
  link.href = `/calls/${encodeURIComponent(call.id)}`;
  link.textContent = nameOf(call);
  putIn(row, '.detail', partiesOf(call));
  putIn(row, '.when', dayAndTime(call.startedAt));
  putIn(row, '.duration', duration(call.durationMs));
  const emotion = row.querySelector('.emotion');
  if (emotion.dataset.label !== String(call.emotion)) {
    emotion.dataset.label = String(call.emotion);
    emotion.replaceChildren(...(call.emotion ? face(call.emotion) : [t('call.not-scored')]));
  }
  row.classList.toggle('angry', call.emotion === 'angry');
  putIn(row, '.peak', share(call.peakAnger));
  row.querySelector('.peak').classList.toggle('high', call.peakAnger >= 0.5);
  putIn(row, '.talk', percent(call.talkShare));
  putIn(row, '.alert', call.alerts ? `${call.alerts} · ${severityWord(call)}` : '');
  row.querySelector('.alert').title = call.rules.join(', ');
}

function sortBy(column) {
  sort = sort === `-${column}` ? column : `-${column}`;
  search.page = 0;
  search.look();
}

/** Calls that are over: searched, sorted, paged. */

import './shell.js';
import { getJson } from './api.js';
import { fillFrom, keep, valuesOf } from './address.js';
import { offerErasure } from './erase.js';
import { KeyedList } from './keyed-list.js';
import { Freshness } from './freshness.js';
import { severityWord } from './alerts.js';
import { face, wordFor } from './emotions.js';
import { dayAndTime, dayBegin, duration, nameOf, partiesOf, percent, share } from './format.js';
import { t } from './words.js';

const SIZE = 50;
const AGAIN_MS = 10_000;
const WAIT_MS = 250;

const byId = id => document.getElementById(id);
const form = byId('search');
const rows = new KeyedList(byId('rows'), byId('row'));
const freshness = new Freshness();
const asked = new URLSearchParams(location.search);
let sort = asked.get('sort') ?? '-started';
let page = Number(asked.get('page') ?? 0);
let timer;
let latest = 0;

fillFrom(form);
form.addEventListener('input', () => {
  page = 0;
  lookIn(WAIT_MS);
});
form.addEventListener('submit', event => event.preventDefault());
form.addEventListener('reset', () => setTimeout(() => lookIn(0)));
for (const head of document.querySelectorAll('[data-sort]')) {
  head.querySelector('button').addEventListener('click', () => sortBy(head.dataset.sort));
}
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
  const values = valuesOf(form);
  const inAddress = keep({ ...values, sort: sort === '-started' ? '' : sort, page: page || '' });
  const query = new URLSearchParams(inAddress);
  for (const name of ['from', 'to']) {
    if (values[name]) query.set(name, String(dayBegin(values[name], name === 'to')));
  }
  byId('csv').href = `/api/history.csv?${query}`;
  query.set('size', SIZE);
  try {
    const found = await getJson(`/api/history?${query}`);
    if (mine !== latest) return;
    freshness.heard({ source: found.source, now: Date.now() });
    freshness.connection(true);
    say('');
    show(found);
    const customer = values.text.trim();
    offerErasure(byId('erase'), found.calls.some(call => call.customer === customer) && customer);
  } catch (problem) {
    if (mine !== latest) return;
    if (!problem.status) freshness.connection(false);
    say(problem.message);
  }
  timer = setTimeout(look, AGAIN_MS);
}

function show(found) {
  const pages = Math.max(1, Math.ceil(found.total / found.size));
  if (page >= pages) {
    page = pages - 1;
    lookIn(0);
  }
  rows.show(found.calls, fill);
  byId('empty').hidden = found.total > 0;
  byId('table').hidden = found.total === 0;
  byId('total').textContent = t('history.found', { n: found.total });
  byId('reach').textContent = found.reachesBackTo ? t('history.reach', { time: dayAndTime(found.reachesBackTo) }) : '';
  byId('where').textContent = t('history.page', { page: page + 1, pages });
  byId('earlier').disabled = page === 0;
  byId('later').disabled = page >= pages - 1;
  byId('pager').hidden = pages === 1;
  for (const head of document.querySelectorAll('[data-sort]')) {
    const here = sort.replace('-', '') === head.dataset.sort;
    head.ariaSort = here ? (sort.startsWith('-') ? 'descending' : 'ascending') : null;
  }
}

function fill(row, call) {
  const link = row.querySelector('.who a');
  link.href = `/calls/${encodeURIComponent(call.id)}`;
  link.textContent = nameOf(call);
  put(row, '.detail', partiesOf(call));
  put(row, '.when', dayAndTime(call.startedAt));
  put(row, '.duration', duration(call.durationMs));
  const emotion = row.querySelector('.emotion');
  if (emotion.dataset.label !== String(call.emotion)) {
    emotion.dataset.label = String(call.emotion);
    emotion.replaceChildren(...(call.emotion ? face(call.emotion) : [t('call.not-scored')]));
  }
  row.classList.toggle('angry', call.emotion === 'angry');
  put(row, '.peak', share(call.peakAnger));
  row.querySelector('.peak').classList.toggle('high', call.peakAnger >= 0.5);
  put(row, '.talk', percent(call.talkShare));
  put(row, '.alert', call.alerts ? `${call.alerts} · ${severityWord(call)}` : '');
  row.querySelector('.alert').title = call.rules.join(', ');
}

function sortBy(column) {
  sort = sort === `-${column}` ? column : `-${column}`;
  page = 0;
  look();
}

function turn(by) {
  page += by;
  look();
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

for (const name of ['angry', 'disgust', 'fear', 'sad', 'surprise', 'happy', 'neutral', 'calm', 'boredom', 'uncertain']) {
  form.elements.emotion.append(new Option(wordFor(name), name));
}
form.elements.emotion.value = asked.get('emotion') ?? '';

/** The floor: figures, the queue of alerts, live calls sorted by who needs attention, calls that ended. */

import './shell.js';
import { follow } from './stream.js';
import { Freshness } from './freshness.js';
import { FloorStore, worstOpen } from './floor-store.js';
import { FloorChoice } from './floor-choice.js';
import { Frames } from './frames.js';
import { FloorRows, fillWho } from './floor-rows.js';
import { followAlertRate, showFigures } from './floor-figures.js';
import { AlertQueue } from './alert-queue.js';
import { KeyedList } from './keyed-list.js';
import { chime } from './chime.js';
import { evidenceOf } from './evidence.js';
import { onKey } from './keys.js';
import { severityWord, waits } from './alerts.js';
import { duration, hourAndMinute, nameOf, share } from './format.js';
import { t } from './words.js';
import { byId, put } from './dom.js';

const RESORT_MS = 2_000;

const ENDED_SHOWN = 10;
const freshness = new Freshness();
const store = new FloorStore();
const rows = new FloorRows(byId('live-rows'), byId('live-row'), freshness);
const endedRows = new KeyedList(byId('ended-rows'), byId('ended-row'));
const queue = new AlertQueue(byId('alert-list'), byId('alert-item'), freshness);
const choice = new FloorChoice(byId('choice'), document.querySelectorAll('#live-table [data-sort]'), () => show(true));
const frames = new Frames();
const announced = new Set();
let sortedAt = 0;

follow('/api/events', 'floor', message => {
  freshness.heard(message);
  store.apply(message.floor);
  announceNew(message.floor.snapshot);
  show();
}, connected => freshness.connection(connected));

// Between two messages time goes on, and the order may have waited for its turn.
setInterval(() => freshness.connected && show(), 1000);
followAlertRate();

onKey('/', 'key.search', () => byId('choice').elements.text.focus());
onKey('j', 'key.next', () => move(1));
onKey('k', 'key.previous', () => move(-1));
onKey('a', 'key.acknowledge', acknowledge);

/** @param {boolean} chosen whether the viewer has just chosen what to see: then the order does not wait */
function show(chosen = false) {
  frames.put('rows', () => showLive(chosen));
  frames.put('drawings', () => rows.draw());
  frames.put('alerts', showAlerts);
  frames.put('ended', showEnded);
}

function showLive(chosen) {
  const live = store.live();
  choice.learn(live);
  const held = isHeld();
  const shown = choice.of(live, call => held && !chosen && rows.has(call));
  showEmptiness('live', shown.length, byId('live-table'));
  byId('live-empty').textContent = t(choice.narrows && live.length ? 'floor.live.none-chosen' : 'floor.live.empty');
  byId('live-count').textContent = choice.narrows ? t('floor.live.chosen', { n: shown.length, of: live.length }) : '';
  rows.show(shown, chosen || mayResort(held));
}

function showAlerts() {
  const alerts = store.alerts();
  const open = alerts.map(({ alert }) => alert).filter(alert => alert.open);
  const waiting = open.filter(alert => waits(alert, freshness.now())).length;
  document.title = `${waiting ? `(${waiting}) ` : ''}${t('page.floor')} · Temperline`;
  showFigures(store.live(), open, freshness.now());
  showEmptiness('alerts', alerts.length, byId('alert-list'));
  queue.show(alerts);
}

function showEnded() {
  const ended = store.ended();
  showEmptiness('ended', ended.length, byId('ended-table'));
  endedRows.show(ended.slice(0, ENDED_SHOWN), fillEnded);
}

/** The order stands still while somebody points or tabs in it, and changes at most every two seconds. */
function mayResort(held) {
  if (held || Date.now() - sortedAt < RESORT_MS) return false;
  sortedAt = Date.now();
  return true;
}

function isHeld() {
  const table = byId('live-table');
  const held = (matchMedia('(hover: hover)').matches && table.matches(':hover')) || table.contains(document.activeElement);
  byId('sort-note').hidden = !held;
  return held;
}

function fillEnded(row, call) {
  fillWho(row, call);
  put(row.querySelector('.when'), hourAndMinute(call.endedAt));
  put(row.querySelector('.duration'), duration(call.durationMs));
  put(row.querySelector('.peak .value'), share(call.peakAnger));
  row.querySelector('.peak .bar span').style.width = `${100 * (call.peakAnger ?? 0)}%`;
  row.querySelector('.peak').classList.toggle('high', call.peakAnger >= 0.5);
  put(row.querySelector('.alert'), call.alerts.length ? `${call.alerts.length}` : '');
}

/** Those who do not see the list are told of each alert once; not of those that were there before. */
function announceNew(wasThere) {
  for (const { alert, call } of store.alerts()) {
    if (!alert.open || announced.has(alert.id)) continue;
    announced.add(alert.id);
    if (wasThere) continue;
    byId('announcements').textContent =
      t('alert.announced', { severity: severityWord(alert), name: nameOf(call), evidence: evidenceOf(alert) });
    if (alert.severity === 'CRITICAL') chime();
  }
}

/** To the next row of the list that has the focus, or to the first live call. */
function move(by) {
  const list = byId('alert-list').contains(document.activeElement) ? byId('alert-list') : byId('live-rows');
  const links = [...list.querySelectorAll('.who a')];
  const here = links.indexOf(document.activeElement.closest('tr, li')?.querySelector('.who a'));
  const to = here < 0 ? 0 : Math.min(links.length - 1, Math.max(0, here + by));
  links[to]?.focus();
}

function acknowledge() {
  const row = document.activeElement.closest('#live-rows tr');
  const id = queue.focused() ?? (row && worstOpen(store.get(row.dataset.id))?.id);
  if (id) queue.acknowledge(id);
}

function showEmptiness(name, count, content) {
  byId(`${name}-empty`).hidden = count > 0;
  content.hidden = count === 0;
}

/** The floor: alerts, live calls sorted by who needs attention, calls that ended. */

import './shell.js';
import { follow } from './stream.js';
import { Freshness } from './freshness.js';
import { FloorStore, isAngry, worstOpen } from './floor-store.js';
import { KeyedList } from './keyed-list.js';
import { drawSparkline } from './sparkline.js';
import { onSchemeChange } from './canvas.js';
import { ageOf, fillCard, severityWord } from './alerts.js';
import { durationOf, silentFor, timeIn, unscoredFor } from './call-clock.js';
import { face, reasonFor, wordFor } from './emotions.js';
import { duration, hourAndMinute, nameOf, partiesOf, share } from './format.js';
import { t } from './words.js';

const ALERTS_SHOWN = 12;
const RESORT_MS = 1_000;

const byId = id => document.getElementById(id);
const freshness = new Freshness();
const store = new FloorStore();
const liveRows = new KeyedList(byId('live-rows'), byId('live-row'));
const endedRows = new KeyedList(byId('ended-rows'), byId('ended-row'));
const alertCards = new KeyedList(byId('alert-list'), byId('alert-item'));
const announced = new Set();
const filledRows = new WeakMap();
const onScreen = new IntersectionObserver(entries => {
  for (const { target, isIntersecting } of entries) {
    const filled = filledRows.get(target);
    filled.visible = isIntersecting;
    if (isIntersecting) drawRow(target, filled.call);
  }
}, { rootMargin: '100px' });
let sortedAt = 0;

follow('/api/events', 'floor', message => {
  freshness.heard(message);
  store.apply(message.floor);
  announceNew(message.floor.snapshot);
  requestAnimationFrame(show);
}, connected => freshness.connection(connected));

// Between two messages time goes on, and the order may have waited for its turn.
setInterval(() => freshness.connected && requestAnimationFrame(show), 1000);
onSchemeChange(() => {
  for (const call of store.live()) drawRow(liveRows.get(call.id), call);
});

function show() {
  const [live, ended, alerts] = [store.live(), store.ended(), store.alerts()];
  const open = alerts.filter(({ alert }) => alert.open);
  put(byId('figure-live'), String(live.length));
  put(byId('figure-angry'), String(live.filter(isAngry).length));
  put(byId('figure-alerts'), String(open.length));
  put(byId('figure-ended'), String(ended.length));
  byId('figure-alerts').parentElement.classList.toggle('urgent', open.length > 0);
  byId('figure-angry').parentElement.classList.toggle('urgent', live.some(isAngry));
  document.title = `${open.length ? `(${open.length}) ` : ''}${t('page.floor')} · Temperline`;

  showEmptiness('live', live.length, byId('live-table'));
  showEmptiness('ended', ended.length, byId('ended-table'));
  showEmptiness('alerts', alerts.length, byId('alert-list'));
  liveRows.show(live, fillLive, mayResort());
  endedRows.show(ended, fillEnded);
  alertCards.show(
    alerts.slice(0, Math.max(ALERTS_SHOWN, open.length)).map(entry => ({ id: entry.alert.id, ...entry })),
    (card, { alert, call }) => fillCard(card, alert, call, freshness.now()));
}

/** The order stands still while somebody points or tabs in it, and changes at most once a second. */
function mayResort() {
  const table = byId('live-table');
  const pointed = matchMedia('(hover: hover)').matches && table.matches(':hover');
  const held = pointed || table.contains(document.activeElement);
  byId('sort-note').hidden = !held;
  if (held || Date.now() - sortedAt < RESORT_MS) return false;
  sortedAt = Date.now();
  return true;
}

/** What is news is written at once; what only grows older, once a second and where it can be seen. */
function fillLive(row, call) {
  const now = freshness.now();
  const second = Math.floor(now / 1000);
  const filled = filledRows.get(row);
  if (!filled) onScreen.observe(row);
  const news = filled?.call !== call;
  if (!news && (filled.second === second || !filled.visible)) return;
  filledRows.set(row, { call, second, visible: filled?.visible ?? true });
  if (news) fillWho(row, call);
  const alert = worstOpen(call);
  const silent = silentFor(call, now);
  row.classList.toggle('alerting', Boolean(alert));
  row.classList.toggle('angry', isAngry(call));
  fillEmotion(row.querySelector('.emotion'), call, silent, now);
  put(row.querySelector('.anger'), share(call.anger));
  put(row.querySelector('.duration'), duration(durationOf(call, now)));
  put(row.querySelector('.alert'), alert ? `${severityWord(alert)} · ${ageOf(alert, call, now)}` : '');
  if (filledRows.get(row).visible) drawRow(row, call, now);
}

function fillEmotion(cell, call, silent, now) {
  const onHold = call.heldSince !== null;
  const unscored = unscoredFor(call);
  const aside = silent ? t('aside.silent', { time: duration(silent) })
    : onHold ? heldAside(call, duration(timeIn(call, now) - call.heldSince))
    : unscored ? t('aside.unscored', { reason: reasonFor(call.notScored), time: duration(unscored) }) : '';
  const key = `${call.emotion} ${onHold} ${aside}`;
  if (cell.dataset.key === key) return;
  cell.dataset.key = key;
  cell.classList.toggle('faint', Boolean(aside) || call.emotion === null);
  const note = document.createElement('span');
  note.className = 'aside';
  note.textContent = aside;
  cell.replaceChildren(...face(call.emotion, onHold), ...(aside ? [note] : []));
}

function heldAside(call, time) {
  return call.emotion ? t('aside.held-was', { time, emotion: wordFor(call.emotion) }) : t('aside.held', { time });
}

function drawRow(row, call, now = freshness.now()) {
  const canvas = row?.querySelector('canvas');
  if (!canvas) return;
  canvas.setAttribute('aria-label', t('spark.says', { now: share(call.anger), peak: share(call.peakAnger) }));
  drawSparkline(canvas, call.recent, timeIn(call, now));
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

function fillWho(row, call) {
  const link = row.querySelector('.who a');
  link.href = `/calls/${encodeURIComponent(call.id)}`;
  put(link, nameOf(call));
  put(row.querySelector('.who .detail'), partiesOf(call));
  row.querySelector('.who').title = partiesOf(call);
}

/** Those who do not see the list are told of each alert once; not of those that were there before. */
function announceNew(wasThere) {
  for (const { alert, call } of store.alerts()) {
    if (!alert.open || announced.has(alert.id)) continue;
    announced.add(alert.id);
    if (!wasThere) {
      byId('announcements').textContent = t('alert.announced', { severity: severityWord(alert), name: nameOf(call), evidence: alert.evidence });
    }
  }
}

function showEmptiness(name, count, content) {
  byId(`${name}-empty`).hidden = count > 0;
  content.hidden = count === 0;
}

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

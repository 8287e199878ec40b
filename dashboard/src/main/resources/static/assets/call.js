/** A call's page: its timeline, its figures, its alerts. */

import './shell.js';
import { follow } from './stream.js';
import { Freshness } from './freshness.js';
import { CallStore } from './call-store.js';
import { KeyedList } from './keyed-list.js';
import { Timeline } from './timeline.js';
import { Tracks } from './tracks.js';
import { showConversation } from './call-talk.js';
import { showEarlier } from './call-earlier.js';
import { fillFrom, keep, valuesOf } from './address.js';
import { offerErasure } from './erase.js';
import { AlertQueue } from './alert-queue.js';
import { severityWord } from './alerts.js';
import { durationOf, silentFor, timeIn, unscoredFor } from './call-clock.js';
import { face, reasonFor, wordFor } from './emotions.js';
import { duration, nameOf, partiesOf, percent, share, span, timeOfDay } from './format.js';
import { t } from './words.js';
import { byId, put } from './dom.js';

const id = decodeURIComponent(location.pathname.split('/').pop());
const freshness = new Freshness();
const store = new CallStore();
const way = byId('way');
const tracks = new Tracks({
  emotions: byId('track-emotions'), affect: byId('track-affect'), loudness: byId('track-loudness'), talk: byId('track-talk'),
}, at => timeline.pickAt(at));
const timeline = new Timeline(byId('timeline'), (text, at) => {
  put(byId('readout'), text);
  tracks.point(at);
});
const alerts = new AlertQueue(byId('alert-list'), byId('alert-item'), freshness);
const shares = new KeyedList(byId('shares'), byId('share-item'));
const words = byId('words');

follow(`/api/calls/${encodeURIComponent(id)}/events`, 'call', message => {
  freshness.heard(message);
  if (message.call) store.apply(message.call);
  requestAnimationFrame(show);
}, connected => freshness.connection(connected));

setInterval(() => freshness.connected && store.detail?.call.live && requestAnimationFrame(show), 1000);
words.parentElement.addEventListener('toggle', showWords);
fillFrom(way);
way.addEventListener('submit', event => event.preventDefault());
way.addEventListener('input', () => {
  const { show: drawn } = valuesOf(way);
  keep({ show: drawn === 'rows' ? '' : drawn });
  show();
});
byId('link').addEventListener('click', copyLink);
const api = `/api/calls/${encodeURIComponent(id)}`;
byId('as-csv').href = `${api}/windows.csv`;
byId('as-json').href = api;
byId('as-json').download = `${id}.json`;

function show() {
  byId('missing').hidden = Boolean(store.detail);
  byId('call').hidden = !store.detail;
  if (!store.detail) return;
  const { call, figures } = store.detail;
  const now = freshness.now();
  document.title = `${nameOf(call)} · Temperline`;
  put(byId('who'), nameOf(call));
  put(byId('about'), [partiesOf(call), stateOf(call, now)].filter(Boolean).join(' · '));
  showMood(call, now);

  put(byId('duration'), duration(durationOf(call, now)));
  put(byId('duration-name'), t(call.live ? 'call.duration-live' : 'column.duration'));
  put(byId('anger'), call.live ? share(call.anger) : '–');
  byId('anger').parentElement.hidden = !call.live;
  put(byId('peak'), share(call.peakAnger));
  byId('peak').parentElement.classList.toggle('urgent', call.peakAnger >= 0.5);
  put(byId('mean'), share(figures?.windowsScored ? figures.meanAnger : null));
  put(byId('heard'), scoredShare(figures));

  const end = call.live ? timeIn(call, now) : call.endedAt;
  const drawn = way.elements.show.value || 'rows';
  timeline.show(store, end, drawn === 'rows' || !store.windows.length);
  tracks.show(store, Math.max(end, call.startedAt + 10_000), drawn);
  showConversation(store.detail, now);
  showEarlier(call);
  offerErasure(byId('erase'), call.customer);
  showShares(figures);
  showWords();
  alerts.show(call.alerts.map(alert => ({ alert, call })));
  byId('alerts-empty').hidden = call.alerts.length > 0;
}

async function copyLink() {
  const link = location.href;
  try {
    await navigator.clipboard.writeText(link);
    byId('link-said').textContent = t('call.link.copied');
  } catch {
    byId('link-said').textContent = link; // a browser that lets nobody copy shows it
  }
}

function stateOf(call, now) {
  const started = timeOfDay(call.startedAt);
  if (!call.live) return t(call.endInferred ? 'call.fell-silent' : 'call.ended', { started, ended: timeOfDay(call.endedAt) });
  const silent = silentFor(call, now);
  return t('call.started', { started }) + (silent ? ` · ${t('aside.silent', { time: span(silent) })}` : '');
}

function showMood(call, now) {
  const mood = byId('mood');
  const alert = call.alerts.find(one => one.open);
  mood.hidden = !call.live;
  mood.classList.toggle('angry', call.live && call.emotion === 'angry');
  mood.classList.toggle('faint', unscoredFor(call) > 0 || silentFor(call, now) > 0);
  const key = `${call.emotion} ${call.heldSince} ${alert?.severity}`;
  if (mood.dataset.key === key) return;
  mood.dataset.key = key;
  const flag = document.createElement('span');
  flag.className = 'flag';
  flag.textContent = alert ? severityWord(alert) : '';
  mood.replaceChildren(...face(call.emotion, call.heldSince !== null), ...(alert ? [flag] : []));
}

function scoredShare(figures) {
  const all = figures ? figures.windowsScored + figures.windowsNotScored : 0;
  return percent(all ? figures.windowsScored / all : null);
}

function showShares(figures) {
  const seconds = Object.entries(figures?.secondsByEmotion ?? {}).filter(([, s]) => s > 0).sort((a, b) => b[1] - a[1]);
  const hop = (store.windows.at(-1)?.hopMs ?? 1000) / 1000;
  const unscored = (figures?.windowsNotScored ?? 0) * hop;
  const items = seconds.map(([label, s]) => ({ id: label, name: wordFor(label), seconds: s }));
  if (unscored) items.push({ id: '', name: t('call.not-scored'), seconds: unscored, why: whyNot(figures) });
  const most = Math.max(...items.map(item => item.seconds), 1);
  shares.show(items, (row, item) => {
    row.className = item.id === 'angry' ? 'angry' : item.id === '' ? 'unscored' : '';
    put(row.querySelector('.name'), item.name);
    put(row.querySelector('.why'), item.why ?? '');
    put(row.querySelector('.value'), span(item.seconds * 1000));
    row.querySelector('.bar span').style.width = `${(100 * item.seconds) / most}%`;
  });
  byId('shares-empty').hidden = items.length > 0;
}

function whyNot(figures) {
  return Object.entries(figures.notScoredReasons).sort((a, b) => b[1] - a[1]).map(([code]) => reasonFor(code)).join(', ');
}

/** The same as the drawing, for those who would rather read it, or hear it read. */
function showWords() {
  if (!store.detail || !words.parentElement.open) return;
  const at = ms => duration(ms - store.call.startedAt);
  words.replaceChildren(...store.stretches().map(({ from, to, emotion, notScored, peakAnger }) => {
    const item = document.createElement('li');
    const what = notScored ? t('timeline.unscored', { reason: reasonFor(notScored) })
      : t('timeline.stretch', { emotion: wordFor(emotion), peak: share(peakAnger) });
    item.textContent = `${at(from)}–${at(to)}  ${what}`;
    return item;
  }));
}

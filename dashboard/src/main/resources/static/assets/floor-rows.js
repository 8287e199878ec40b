/** The rows of the live calls. Those that can be seen are written and drawn at once, the others a few at a time. */

import { isAngry, worstOpen } from './floor-store.js';
import { KeyedList } from './keyed-list.js';
import { drawSparkline } from './sparkline.js';
import { onSchemeChange } from './canvas.js';
import { ageOf, severityWord, sleeps } from './alerts.js';
import { durationOf, silentFor, timeIn, unscoredFor } from './call-clock.js';
import { face, reasonFor, wordFor } from './emotions.js';
import { duration, nameOf, partiesOf, percent, share } from './format.js';
import { t } from './words.js';
import { put } from './dom.js';

const STEADY = 0.05;
const UNSEEN_AT_ONCE = 25;
const REDRAW_MS = 5_000;
const passesOver = CSS.supports('content-visibility', 'auto');

export class FloorRows {
  #list;
  #clock;
  #seen = new Set();
  #calls = new WeakMap();
  #written = new WeakMap();
  #drawn = new WeakMap();

  /** @param {Freshness} clock the dashboard's */
  constructor(body, template, clock) {
    this.#list = new KeyedList(body, template);
    this.#clock = clock;
    onSchemeChange(() => this.#seen.forEach(row => this.#draw(row)));
  }

  has(call) {
    return Boolean(this.#list.get(call.id));
  }

  show(calls, reorder) {
    this.#list.show(calls, (row, call) => this.#hear(row, call), reorder);
    this.#seen.forEach(row => row.isConnected || this.#seen.delete(row));
    this.#seen.forEach(row => this.#write(row));
    this.#catchUp(calls);
  }

  /** Apart from what is written: it asks for sizes. */
  draw() {
    this.#seen.forEach(row => this.#isDrawingOld(row) && this.#draw(row));
  }

  #hear(row, call) {
    const isNew = !this.#calls.has(row);
    this.#calls.set(row, call);
    if (!isNew) return;
    row.dataset.id = call.id;
    if (passesOver) row.addEventListener('contentvisibilityautostatechange', event => this.#see(row, !event.skipped));
    else this.#seen.add(row);
    fillWho(row, call);
  }

  /** The style sheet has the browser pass over rows that cannot be seen, and the browser says which these are. */
  #see(row, isSeen) {
    this.#seen[isSeen ? 'add' : 'delete'](row);
    if (!isSeen) return;
    this.#write(row);
    this.#draw(row);
  }

  /** What is out of sight is written too, for those who do not look: but never much of it in one frame. */
  #catchUp(calls) {
    let left = UNSEEN_AT_ONCE;
    for (const call of calls) {
      const row = this.#list.get(call.id);
      if (this.#seen.has(row) || this.#written.get(row)?.call === call) continue;
      this.#write(row);
      if (--left === 0) return;
    }
  }

  /** What is news, and once a second what only grows older. */
  #write(row) {
    const call = this.#calls.get(row);
    const now = this.#clock.now();
    const second = Math.floor(now / 1000);
    const written = this.#written.get(row);
    if (written?.call === call && written.second === second) return;
    if (written?.call !== call) fillNews(row, call);
    fillMoment(row, call, now);
    this.#written.set(row, { call, second });
  }

  #isDrawingOld(row) {
    const drawn = this.#drawn.get(row);
    return drawn?.recent !== this.#calls.get(row).recent || this.#clock.now() - drawn.at > REDRAW_MS;
  }

  #draw(row) {
    const call = this.#calls.get(row);
    const now = this.#clock.now();
    const canvas = row.querySelector('canvas');
    canvas.setAttribute('aria-label', t('spark.says', { now: share(call.anger), peak: share(call.peakAnger) }));
    drawSparkline(canvas, call.recent, timeIn(call, now));
    this.#drawn.set(row, { recent: call.recent, at: now });
  }
}

/** Who talks in a call, with the way to its page. */
export function fillWho(row, call) {
  const link = row.querySelector('.who a');
  link.href = `/calls/${encodeURIComponent(call.id)}`;
  put(link, nameOf(call));
  put(row.querySelector('.who .detail'), partiesOf(call));
  row.querySelector('.who').title = partiesOf(call);
}

function fillNews(row, call) {
  fillWho(row, call);
  row.classList.toggle('angry', isAngry(call));
  put(row.querySelector('.confidence'), percent(call.confidence));
  put(row.querySelector('.anger'), share(call.anger));
  put(row.querySelector('.talk'), percent(call.talkShare));
  fillTrend(row.querySelector('.trend'), call.angerTrend);
}

/** What moves with the time. */
function fillMoment(row, call, now) {
  const alert = worstOpen(call);
  const silent = silentFor(call, now);
  row.classList.toggle('alerting', Boolean(alert));
  fillEmotion(row.querySelector('.emotion'), call, silent, now);
  put(row.querySelector('.hold'), heldFor(call, now));
  put(row.querySelector('.duration'), duration(durationOf(call, now)));
  put(row.querySelector('.alert'), alert ? alertText(alert, call, now) : '');
}

function alertText(alert, call, now) {
  const { acknowledgedBy } = alert.handling;
  const state = sleeps(alert, now) ? t('alert.asleep') : acknowledgedBy ?? ageOf(alert, call, now);
  return `${severityWord(alert)} · ${state}`;
}

/** How often and how long it was on hold, the present hold among them. */
function heldFor(call, now) {
  const ms = call.heldMs + (call.heldSince === null ? 0 : timeIn(call, now) - call.heldSince);
  return call.holds ? `${call.holds} × ${duration(ms)}` : '–';
}

function fillTrend(cell, trend) {
  const way = trend === null ? 'unknown' : trend >= STEADY ? 'up' : trend <= -STEADY ? 'down' : 'steady';
  if (cell.dataset.way === way) return;
  cell.dataset.way = way;
  cell.querySelector('.unseen').textContent = t(`trend.${way}`);
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
  note.textContent = note.title = aside;
  cell.replaceChildren(...face(call.emotion, onHold), ...(aside ? [note] : []));
}

function heldAside(call, time) {
  return call.emotion ? t('aside.held-was', { time, emotion: wordFor(call.emotion) }) : t('aside.held', { time });
}

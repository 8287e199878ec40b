/** The rows of the live calls. What is news is written at most twice a second in each; drawn is only what can be seen. */

import { isAngry, worstOpen } from './floor-store.js';
import { KeyedList } from './keyed-list.js';
import { drawSparkline } from './sparkline.js';
import { onSchemeChange } from './canvas.js';
import { ageOf, severityWord, sleeps } from './alerts.js';
import { durationOf, silentFor, timeIn, unscoredFor } from './call-clock.js';
import { face, reasonFor, wordFor } from './emotions.js';
import { duration, nameOf, partiesOf, percent, share } from './format.js';
import { t } from './words.js';

const LEAST_MS = 490;
const STEADY = 0.05;

export class FloorRows {
  #list;
  #filled = new WeakMap();
  #clock;
  #onScreen;

  /** @param {Freshness} clock the dashboard's */
  constructor(body, template, clock) {
    this.#list = new KeyedList(body, template);
    this.#clock = clock;
    this.#onScreen = new IntersectionObserver(entries => {
      for (const { target, isIntersecting } of entries) {
        const filled = this.#filled.get(target);
        if (!filled) continue;
        filled.visible = isIntersecting;
        if (isIntersecting) this.#draw(target, filled.call);
      }
    }, { rootMargin: '100px' });
    onSchemeChange(() => body.querySelectorAll('tr').forEach(row => this.#draw(row, this.#filled.get(row).call)));
  }

  has(call) {
    return Boolean(this.#list.get(call.id));
  }

  show(calls, reorder) {
    this.#list.show(calls, (row, call) => this.#fill(row, call), reorder);
  }

  /** What is news is written at once, unless there just was some; what only grows older, once a second where it is seen. */
  #fill(row, call) {
    const now = this.#clock.now();
    const second = Math.floor(now / 1000);
    const before = this.#filled.get(row);
    if (!before) this.#onScreen.observe(row);
    const news = before?.call !== call;
    const rests = before && now - before.at < LEAST_MS;
    if (rests || (!news && (before.second === second || !before.visible))) return;
    const visible = before?.visible ?? true;
    this.#filled.set(row, { call, second, visible, at: news ? now : before.at });
    if (news) fillNews(row, call);
    fillMoment(row, call, now);
    if (visible) this.#draw(row, call, now);
  }

  #draw(row, call, now = this.#clock.now()) {
    const canvas = row.querySelector('canvas');
    canvas.setAttribute('aria-label', t('spark.says', { now: share(call.anger), peak: share(call.peakAnger) }));
    drawSparkline(canvas, call.recent, timeIn(call, now));
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
  row.dataset.id = call.id;
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

function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

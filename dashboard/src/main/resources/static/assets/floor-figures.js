/** The strip of figures above the floor. */

import { getJson } from './api.js';
import { isAngry } from './floor-store.js';
import { waits } from './alerts.js';
import { silentFor, unscoredFor } from './call-clock.js';
import { reasonFor } from './emotions.js';
import { hourAndMinute, oneDigit } from './format.js';
import { t } from './words.js';
import { byId, put } from './dom.js';

const AGAIN_MS = 60_000;
const HOUR_MS = 3_600_000;
const LONG_MS = 20_000;

/** @param {object[]} live calls @param {object[]} alerts those that are open */
export function showFigures(live, alerts, now) {
  put(byId('figure-live'), String(live.length));
  put(byId('figure-angry'), String(live.filter(isAngry).length));
  put(byId('figure-alerts'), String(alerts.length));
  byId('figure-alerts').parentElement.classList.toggle('urgent', alerts.some(alert => waits(alert, now)));
  byId('figure-angry').parentElement.classList.toggle('urgent', live.some(isAngry));
  showUnheard(live, now);
}

/** How many alerts an hour of call had since midnight in the viewer's zone; asked for every minute. */
export async function followAlertRate() {
  const now = Date.now();
  try {
    const { heat } = await getJson(`/api/queues?from=${new Date(now).setHours(0, 0, 0, 0)}&to=${now}`);
    showRate(heat);
  } catch {
    put(byId('figure-rate'), '–');
  }
  setTimeout(followAlertRate, AGAIN_MS);
}

function showRate({ quarters, queues }) {
  const sum = (i, figure) => queues.reduce((all, queue) => all + queue.cells[i][figure], 0);
  const all = figure => quarters.reduce((before, _, i) => before + sum(i, figure), 0);
  const first = quarters.findIndex((_, i) => sum(i, 'callMs') > 0);
  const hours = all('callMs') / HOUR_MS;
  put(byId('figure-rate'), hours ? oneDigit(all('alerts') / hours) : '–');
  put(byId('rate-since'), first < 0 ? '' : t('floor.figure.since', { time: hourAndMinute(Math.max(quarters[first], new Date().setHours(0, 0, 0, 0))) }));
}

/** Calls of which nothing can be said for longer than a pause, by the reason; a call on hold is none. */
function showUnheard(live, now) {
  const reasons = new Map();
  for (const why of live.map(call => whyUnheard(call, now)).filter(Boolean)) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  const all = [...reasons.values()].reduce((a, b) => a + b, 0);
  put(byId('figure-unheard'), String(all));
  byId('unheard').classList.toggle('none', all === 0);
  const list = [...reasons].sort((a, b) => b[1] - a[1]).map(([why, n]) => `${n} × ${why}`);
  if (byId('unheard-why').dataset.key === list.join()) return;
  byId('unheard-why').dataset.key = list.join();
  byId('unheard-why').replaceChildren(...(list.length ? list : [t('floor.unheard.none')]).map(text =>
    Object.assign(document.createElement('li'), { textContent: text })));
}

function whyUnheard(call, now) {
  if (call.heldSince !== null) return null;
  if (silentFor(call, now)) return t('floor.unheard.silent');
  return unscoredFor(call) >= LONG_MS ? reasonFor(call.notScored) : null;
}

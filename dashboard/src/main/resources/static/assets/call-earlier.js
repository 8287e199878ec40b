/** The caller's earlier calls, as far as the archive knows. */

import { getJson } from './api.js';
import { severityWord } from './alerts.js';
import { wordFor } from './emotions.js';
import { dayAndTime, share, span } from './format.js';
import { me } from './me.js';
import { t } from './words.js';
import { byId } from './dom.js';

const SHOWN = 10;
let shown = null;

/** Looks them up once for each customer that the call turns out to be of. */
export async function showEarlier({ id, customer, startedAt }) {
  if (customer === shown) return;
  shown = customer;
  // A masked customer may be anybody with the same mask.
  const isKnown = customer && !me.masked;
  byId('earlier-calls').hidden = !isKnown;
  if (!isKnown) return;
  try {
    const found = await getJson(`/api/history?${new URLSearchParams({ text: customer, to: startedAt, size: SHOWN })}`);
    const calls = found.calls.filter(call => call.customer === customer && call.id !== id);
    byId('earlier').replaceChildren(...calls.map(item));
    byId('earlier-empty').hidden = calls.length > 0;
  } catch (problem) {
    byId('earlier-empty').textContent = problem.message;
    byId('earlier-empty').hidden = false;
  }
}

function item(call) {
  const link = Object.assign(document.createElement('a'), {
    href: `/calls/${encodeURIComponent(call.id)}`, textContent: dayAndTime(call.startedAt),
  });
  const what = Object.assign(document.createElement('span'), {
    className: 'detail',
    textContent: [
      span(call.durationMs), call.queue, call.emotion && wordFor(call.emotion),
      call.peakAnger !== null && t('earlier.peak', { peak: share(call.peakAnger) }),
      call.alerts > 0 && `${call.alerts} × ${severityWord(call)}`,
    ].filter(Boolean).join(' · '),
  });
  const made = document.createElement('li');
  made.append(link, what);
  return made;
}

/** How the installation fares. */

import './shell.js';
import { getJson } from './api.js';
import { Freshness } from './freshness.js';
import { KeyedList } from './keyed-list.js';
import { reasonFor } from './emotions.js';
import { count, oneDigit, percent, timeOfDay } from './format.js';
import { known, t } from './words.js';
import { byId, put, say } from './dom.js';

const AGAIN_MS = 3_000;

const freshness = new Freshness();
freshness.begin();
const reasons = new KeyedList(byId('reasons'), byId('reason'));

/** While nothing is heard from Kafka, a quiet minute is none. */
const nothingKnown = { scoredPerSecond: null, behindMs: null, lostShare: null, notScored: {}, models: [] };

look();

async function look() {
  try {
    const status = await getJson('/api/status');
    freshness.heard({ source: status.source, now: status.now });
    freshness.connection(true);
    say(status.streams.problem && t('status.problem', { problem: status.streams.problem }));
    show(status);
  } catch (problem) {
    if (!problem.status) freshness.connection(false);
    say(problem.message);
  }
  setTimeout(look, AGAIN_MS);
}

function show({ minute: told, streams, source, archive, askedAt }) {
  const minute = source.state === 'LIVE' ? told : nothingKnown;
  put(byId('state'), stateOf(streams));
  byId('state').parentElement.classList.toggle('urgent', streams.state !== 'STABLE');
  put(byId('scored'), oneDigit(minute.scoredPerSecond));
  put(byId('behind'), minute.behindMs === null ? '–' : `${oneDigit(minute.behindMs / 1000)} s`);
  put(byId('lag'), count(streams.lag));
  put(byId('lost'), percent(minute.lostShare));
  showReasons(minute.notScored);
  put(byId('reasons-empty'), t(source.state === 'LIVE' ? 'status.not-scored.empty' : 'status.unknown'));
  byId('facts').replaceChildren(
    ...fact('status.application', streams.group),
    ...fact('status.model', minute.models.join(', ') || t(source.state === 'LIVE' ? 'status.no-model' : 'status.unknown')),
    ...fact('status.dead-letters', t('status.held', { n: count(streams.deadLetters) })),
    ...fact('status.undelivered', t('status.held', { n: count(streams.undelivered) })),
    ...fact('status.floor', t(`source.${source.state}`)),
    ...fact('status.unreadable', count(source.unreadable + archive.unreadable)),
    ...fact('status.archive', t(`source.${archive.state}`)),
    ...fact('status.asked', timeOfDay(askedAt)));
}

function stateOf({ state, problem }) {
  if (state === null) return t(problem ? 'status.unknown' : 'status.absent');
  return known(`group.${state}`) ? t(`group.${state}`) : state;
}

function showReasons(notScored) {
  const items = Object.entries(notScored).map(([id, n]) => ({ id, n })).sort((a, b) => b.n - a.n);
  reasons.show(items, (row, { id, n }) => {
    row.querySelector('.name').textContent = reasonFor(id);
    row.querySelector('.value').textContent = count(n);
    row.querySelector('.bar span').style.width = `${(100 * n) / items[0].n}%`;
  });
  byId('reasons-empty').hidden = items.length > 0;
}

function fact(name, value) {
  const [term, detail] = [document.createElement('dt'), document.createElement('dd')];
  term.textContent = t(name);
  detail.textContent = value;
  return [term, detail];
}

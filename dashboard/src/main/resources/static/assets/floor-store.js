/** The floor as this page knows it: the last snapshot and what came since. */

const SPARKLINE_MS = 120_000;
const severities = { CRITICAL: 3, WARNING: 2, INFO: 1 };

export class FloorStore {
  #calls = new Map();

  /** Takes in a snapshot or changes; of a change only what is different. */
  apply({ snapshot, calls, removed }) {
    if (snapshot) this.#calls.clear();
    removed.forEach(id => this.#calls.delete(id));
    for (const news of calls) {
      const call = this.#calls.get(news.id);
      this.#calls.set(news.id, { ...call, ...news, recent: latest(call?.recent ?? [], news.recent) });
    }
  }

  get(id) {
    return this.#calls.get(id);
  }

  /** Live calls, those first who need attention. Anger counts in tenths, so that the order is calm. */
  live() {
    return [...this.#calls.values()].filter(call => call.live)
      .map(call => ({ call, attention: attention(worstOpen(call)) }))
      .sort(byAttention)
      .map(({ call }) => call);
  }

  /** Ended calls, the latest first. */
  ended() {
    return [...this.#calls.values()].filter(call => !call.live).sort((a, b) => b.endedAt - a.endedAt);
  }

  /** Alerts with their calls: open ones first, of them those that nobody has taken, the worst, the longest waiting. */
  alerts() {
    return [...this.#calls.values()]
      .flatMap(call => call.alerts.map(alert => ({ alert, call })))
      .sort((a, b) => byUrgency(a.alert, b.alert));
  }
}

/** A snapshot may have a point already that the next change tells of. */
function latest(earlier, points) {
  const known = earlier.at(-1)?.at ?? -Infinity;
  const all = [...earlier, ...points.filter(point => point.at > known)];
  const from = (all.at(-1)?.at ?? 0) - SPARKLINE_MS;
  return all.filter(point => point.at > from);
}

export function worstOpen(call) {
  return call.alerts.length ? call.alerts.filter(alert => alert.open).sort(byUrgency)[0] : undefined;
}

export function isAngry(call) {
  return call.live && call.emotion === 'angry';
}

function byUrgency(a, b) {
  return attention(b) - attention(a) || (a.open ? a.raisedAt - b.raisedAt : b.updatedAt - a.updatedAt);
}

function byAttention(a, b) {
  return b.attention - a.attention
    || tenths(b.call) - tenths(a.call)
    || a.call.startedAt - b.call.startedAt
    || (a.call.id < b.call.id ? -1 : 1);
}

/** One that somebody has taken sinks below those that nobody has, one that sleeps below both until its time is over. */
export function attention(alert) {
  if (!alert?.open) return 0;
  const { snoozedUntil, acknowledgedBy } = alert.handling;
  const turn = snoozedUntil !== null && snoozedUntil > Date.now() ? 0 : acknowledgedBy !== null ? 1 : 2;
  return 1 + turn * 4 + (severities[alert.severity] ?? 0);
}

function tenths(call) {
  return call.anger === null ? -1 : Math.round(call.anger * 10);
}

/** A live call's own time, which runs on between two things heard of it. */

const SILENT_MS = 15_000;
const PAUSE_MS = 4_000;

/** How long the call has lasted at `now`, ms. */
export function durationOf(call, now) {
  return call.live ? call.durationMs + Math.max(0, now - call.asOf) : call.durationMs;
}

/** The call's own time at `now`, epoch ms of its audio. */
export function timeIn(call, now) {
  return call.startedAt + durationOf(call, now);
}

/** How long nothing has been heard of a call that is not on hold, ms; 0 where that is not long. */
export function silentFor(call, now) {
  const silent = now - call.asOf;
  return call.live && call.heldSince === null && silent > SILENT_MS ? silent : 0;
}

/** How long nothing could be scored, ms; 0 for a pause such as every talk has. */
export function unscoredFor(call) {
  if (!call.notScored || !call.recent.length) return 0;
  const scored = call.recent.findLast(point => point.anger !== null)?.at ?? call.startedAt;
  const unscored = call.recent.at(-1).at - scored;
  return unscored >= PAUSE_MS ? unscored : 0;
}

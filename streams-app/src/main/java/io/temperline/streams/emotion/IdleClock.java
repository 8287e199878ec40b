package io.temperline.streams.emotion;

/**
 * Measures for how long a task has heard nothing. It counts wall-clock time from the task's
 * assignment, and stands still while the task works through a backlog: a call is not silent because
 * its frames are still waiting in the topic. Nor does it count time in which the task did nothing
 * at all, as when a commit waits for a broker that is away.
 */
final class IdleClock {

  /** What one tick counts at most; ticks are due far more often. */
  private static final long LONGEST_TICK_MS = 1000;

  private long lastWallMs;
  private long idleMs;
  private boolean standing;

  IdleClock(long wallMs) {
    lastWallMs = wallMs;
  }

  /** The time since the last tick does not count: the task works through a backlog. */
  void standStill() {
    standing = true;
  }

  void tick(long wallMs) {
    if (!standing) {
      idleMs += Math.min(LONGEST_TICK_MS, Math.max(0, wallMs - lastWallMs));
    }
    lastWallMs = wallMs;
    standing = false;
  }

  /** A reading in ms; only differences between readings mean something. */
  long now() {
    return idleMs;
  }
}

package io.temperline.streams.emotion;

import java.time.Duration;

/**
 * Measures for how long a task has heard nothing. It counts wall-clock time from the task's
 * assignment, and stands still while the task works through a backlog: a call is not silent because
 * its frames are still waiting in the topic. Nor does it count time in which the task did nothing
 * at all, as when a commit waits for a broker that is away.
 */
final class IdleClock {

  /** What one tick counts at most; ticks are due far more often. */
  private static final long LONGEST_TICK_MS = 1000;

  private final long backlogMs;
  private long lastWallMs;
  private long idleMs;
  private long newestHeardMs = Long.MIN_VALUE;
  private boolean heardSinceTick;

  /**
   * @param backlog how far behind the wall clock audio must be to count as backlog
   */
  IdleClock(long wallMs, Duration backlog) {
    lastWallMs = wallMs;
    backlogMs = backlog.toMillis();
  }

  void heard(long eventTimeMs) {
    newestHeardMs = Math.max(newestHeardMs, eventTimeMs);
    heardSinceTick = true;
  }

  void tick(long wallMs) {
    boolean catchingUp = heardSinceTick && wallMs - newestHeardMs > backlogMs;
    if (!catchingUp) {
      idleMs += Math.min(LONGEST_TICK_MS, Math.max(0, wallMs - lastWallMs));
    }
    lastWallMs = wallMs;
    heardSinceTick = false;
  }

  /** A reading in ms; only differences between readings mean something. */
  long now() {
    return idleMs;
  }
}

package io.temperline.streams.emotion;

/**
 * Counts wall-clock time from a task's assignment, but not the time in which the task did nothing
 * at all, as when a commit waits for a broker that is away.
 */
final class IdleClock {

  /** What one tick counts at most; ticks are due far more often. */
  private static final long LONGEST_TICK_MS = 1000;

  private long lastWallMs;
  private long idleMs;

  IdleClock(long wallMs) {
    lastWallMs = wallMs;
  }

  void tick(long wallMs) {
    idleMs += Math.min(LONGEST_TICK_MS, Math.max(0, wallMs - lastWallMs));
    lastWallMs = wallMs;
  }

  /** A reading in ms; only differences between readings mean something. */
  long now() {
    return idleMs;
  }
}

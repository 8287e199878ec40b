package io.temperline.streams.emotion;

import java.time.Duration;

/**
 * Tells by its frames whether a channel's audio is being caught up with: how late they come by the
 * wall clock falls and falls. A gateway whose clock is wrong is late by the same time for ever.
 */
final class CatchUp {

  /** Frames come in bursts, and some are late: what is later than before by more is a new delay. */
  private static final long WANDER_MS = 1000;

  private final long leastMs;
  private long mostLateMs;
  private long leastLateMs;
  private boolean begun;

  /**
   * @param least by how much lateness must have fallen
   */
  CatchUp(Duration least) {
    leastMs = least.toMillis();
  }

  /**
   * @param endsAtMs where the frame ends, by the gateway's clock, ms since the epoch
   * @param nowMs the wall clock
   * @return whether this frame shows that earlier audio waits to be heard
   */
  boolean isShownBy(long endsAtMs, long nowMs) {
    long lateMs = nowMs - endsAtMs;
    if (!begun || lateMs > leastLateMs + WANDER_MS) {
      begun = true;
      mostLateMs = lateMs;
      leastLateMs = lateMs;
      return false;
    }
    boolean falls = lateMs < leastLateMs;
    leastLateMs = Math.min(leastLateMs, lateMs);
    return falls && mostLateMs - leastLateMs > leastMs;
  }
}

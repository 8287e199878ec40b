package io.temperline.gateway.replay;

import java.time.Instant;

/** A clock that passes only while somebody sleeps. */
final class FakeClock implements ReplayClock {

  private final Instant start;
  private long nanos;
  private long longestSleep;

  FakeClock(Instant start) {
    this.start = start;
  }

  @Override
  public Instant now() {
    return start.plusNanos(nanos);
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public void sleep(long nanosToSleep) {
    longestSleep = Math.max(longestSleep, nanosToSleep);
    nanos += nanosToSleep;
  }

  /** Time goes by while the replayer is kept from its work. */
  void hinder(long nanosLost) {
    nanos += nanosLost;
  }

  long longestSleep() {
    return longestSleep;
  }
}

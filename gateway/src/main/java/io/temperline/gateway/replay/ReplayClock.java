package io.temperline.gateway.replay;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The time a replay keeps: a date to begin with, and a monotonic clock to pace it by. */
interface ReplayClock {

  Instant now();

  /** Monotonic, from an arbitrary origin. */
  long nanos();

  void sleep(long nanos) throws InterruptedException;

  /** The machine's clocks. */
  static ReplayClock system() {
    return new ReplayClock() {
      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void sleep(long nanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(nanos);
      }
    };
  }
}

package io.temperline.dashboard.rules;

import io.temperline.dashboard.rules.EndedBackTestException.Reason;
import java.time.Duration;

/**
 * Ends a back-test that nobody waits for any more, or that costs more than it may. One thread tells
 * it, any may cancel.
 */
final class BoundedMeter implements BackTester.Meter {

  private final BackTestLimits limits;
  private final long begunAt = System.nanoTime();
  private long windows;
  private volatile boolean isCancelled;

  BoundedMeter(BackTestLimits limits) {
    this.limits = limits;
  }

  /** Ends the back-test with its next record. */
  void cancel() {
    isCancelled = true;
  }

  @Override
  public void event() {
    requireGoingOn();
  }

  @Override
  public void window() {
    requireGoingOn();
    if (++windows > limits.mostWindows()) {
      throw tooMuch("more than %,d windows were heard in that time", limits.mostWindows());
    }
  }

  private void requireGoingOn() {
    if (isCancelled) {
      throw new EndedBackTestException(Reason.CANCELLED, "the back-test was cancelled");
    }
    Duration taken = Duration.ofNanos(System.nanoTime() - begunAt);
    if (taken.compareTo(limits.within()) > 0) {
      throw tooMuch("it takes longer than %s s", limits.within().toSeconds());
    }
  }

  private static EndedBackTestException tooMuch(String what, Object limit) {
    return new EndedBackTestException(
        Reason.TOO_MUCH,
        (what + ": ask for fewer hours, or use ./temperline rules test").formatted(limit));
  }
}

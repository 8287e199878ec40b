package io.temperline.dashboard.rules;

import io.temperline.dashboard.rules.EndedTrialException.Reason;
import java.time.Duration;

/** Ends a trial that nobody waits for any more, or that costs more than it may. For one thread. */
final class BoundedMeter implements RulesTrial.Meter {

  private final TrialLimits limits;
  private final long begunAt = System.nanoTime();
  private long windows;

  BoundedMeter(TrialLimits limits) {
    this.limits = limits;
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
    if (Thread.currentThread().isInterrupted()) {
      throw new EndedTrialException(Reason.CANCELLED, "the back-test was cancelled");
    }
    Duration taken = Duration.ofNanos(System.nanoTime() - begunAt);
    if (taken.compareTo(limits.within()) > 0) {
      throw tooMuch("it takes longer than %s s", limits.within().toSeconds());
    }
  }

  private static EndedTrialException tooMuch(String what, Object limit) {
    return new EndedTrialException(
        Reason.TOO_MUCH,
        (what + ": ask for fewer hours, or use ./temperline rules test").formatted(limit));
  }
}

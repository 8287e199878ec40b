package io.temperline.dashboard.rules;

import io.temperline.dashboard.rules.EndedTrialException.Reason;
import java.time.Duration;

/**
 * Ends a trial that nobody waits for any more, or that costs more than it may. One thread tells it,
 * any may cancel.
 */
final class BoundedMeter implements RulesTrial.Meter {

  private final TrialLimits limits;
  private final long begunAt = System.nanoTime();
  private long windows;
  private volatile boolean isCancelled;

  BoundedMeter(TrialLimits limits) {
    this.limits = limits;
  }

  /** Ends the trial with its next record. */
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

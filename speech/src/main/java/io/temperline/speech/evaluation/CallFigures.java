package io.temperline.speech.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What callers' anger comes to as alerts. Shares are of the angry stretches, false alerts of all
 * calls; an alert counts for a stretch from its beginning until 3 s after its end, as long as a
 * window holds some of it. Times are of the audio: what a service takes to compute comes on top.
 *
 * @param outcomes call by call, at least one
 */
public record CallFigures(List<CallOutcome> outcomes) {

  /** An alert within this time of the anger's beginning is in time. */
  public static final long IN_TIME_MS = 8_000;

  private static final double MS_PER_HOUR = 3_600_000;

  public CallFigures {
    outcomes = List.copyOf(outcomes);
  }

  /** Calls in which the caller gets angry, once each. */
  public long stretches() {
    return outcomes.stream().filter(outcome -> outcome.anger().isPresent()).count();
  }

  /** Share of the angry stretches with an alert, [0, 1]; NaN where there is none. */
  public double found() {
    return timesToAlertMs().length / (double) stretches();
  }

  /** Share of the angry stretches with an alert within 8 s, [0, 1]; NaN where there is none. */
  public double foundInTime() {
    long inTime = 0;
    for (double ms : timesToAlertMs()) {
      inTime += ms <= IN_TIME_MS ? 1 : 0;
    }
    return inTime / (double) stretches();
  }

  /**
   * A quantile of the time to the alert over the stretches that have one, seconds; empty where none
   * has.
   *
   * @param share [0, 1]
   */
  public Optional<Double> secondsToAlert(double share) {
    double[] times = timesToAlertMs();
    return times.length == 0
        ? Optional.empty()
        : Optional.of(Interval.quantile(times, share) / 1000);
  }

  public long falseAlerts() {
    return outcomes.stream().mapToLong(CallOutcome::falseAlerts).sum();
  }

  /** Length of all calls together, hours. */
  public double hours() {
    return outcomes.stream().mapToLong(CallOutcome::lengthMs).sum() / MS_PER_HOUR;
  }

  public double falseAlertsPerHour() {
    return falseAlerts() / hours();
  }

  private double[] timesToAlertMs() {
    return outcomes.stream()
        .map(CallOutcome::timeToAlertMs)
        .filter(OptionalLong::isPresent)
        .mapToDouble(OptionalLong::getAsLong)
        .sorted()
        .toArray();
  }
}

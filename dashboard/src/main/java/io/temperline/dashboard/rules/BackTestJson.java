package io.temperline.dashboard.rules;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.dashboard.rules.BackTester.Change;
import io.temperline.rules.Rule;
import io.temperline.rules.RuleSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A back-test as the interface tells of it. Times are epoch ms.
 *
 * @param against the version in force
 * @param callMs how long the calls are together
 * @param rules of either set: the tested one's first
 * @param differing alerts that are not the same in both, those of only one set first
 * @param more how many further ones differ
 */
@Serdeable
record BackTestJson(
    String version,
    String against,
    long since,
    int calls,
    long callMs,
    long unreadable,
    List<OfRule> rules,
    List<Alert> differing,
    int more) {

  /** A person reads no more, and one loose rule raises an alert in every call. */
  private static final int MOST_ALERTS = 200;

  private static final double HOUR_MS = 3_600_000;

  /**
   * What a rule comes to in each set.
   *
   * @param tested alerts of the tested set
   * @param inForce alerts of the set in force
   * @param perHour alerts of the tested set in an hour of call; null without calls
   * @param moved alerts of both at another time
   */
  @Serdeable
  record OfRule(
      String rule,
      int tested,
      int inForce,
      @Nullable Double perHour,
      @Nullable Double perHourInForce,
      int onlyTested,
      int onlyInForce,
      int moved) {}

  /** An alert that differs. */
  @Serdeable
  record Alert(
      Change change,
      String call,
      String rule,
      String severity,
      long raisedAt,
      @Nullable Long raisedBefore,
      String text) {

    static Alert of(BackTester.Alert alert) {
      return new Alert(
          alert.change(),
          alert.call(),
          alert.rule(),
          alert.severity(),
          alert.raisedAt().toEpochMilli(),
          alert.raisedBefore().map(Instant::toEpochMilli).orElse(null),
          alert.text());
    }
  }

  static BackTestJson of(
      RuleSet tested, RuleSet against, Instant since, BackTester.Outcome outcome) {
    List<BackTester.Alert> differing =
        Stream.of(Change.ONLY_TESTED, Change.ONLY_AGAINST, Change.MOVED)
            .flatMap(change -> outcome.alerts().stream().filter(alert -> alert.change() == change))
            .toList();
    Map<String, List<BackTester.Alert>> byRule =
        outcome.alerts().stream().collect(Collectors.groupingBy(BackTester.Alert::rule));
    return new BackTestJson(
        tested.version(),
        against.version(),
        since.toEpochMilli(),
        outcome.calls(),
        outcome.time().toMillis(),
        outcome.unreadable(),
        Stream.of(tested, against)
            .flatMap(set -> set.rules().stream().map(Rule::name))
            .distinct()
            .map(rule -> ofRule(rule, byRule.getOrDefault(rule, List.of()), outcome.time()))
            .toList(),
        differing.stream().limit(MOST_ALERTS).map(Alert::of).toList(),
        Math.max(0, differing.size() - MOST_ALERTS));
  }

  private static OfRule ofRule(String rule, List<BackTester.Alert> alerts, Duration time) {
    int onlyTested = count(alerts, Change.ONLY_TESTED);
    int onlyInForce = count(alerts, Change.ONLY_AGAINST);
    int tested = alerts.size() - onlyInForce;
    int inForce = alerts.size() - onlyTested;
    return new OfRule(
        rule,
        tested,
        inForce,
        perHour(tested, time),
        perHour(inForce, time),
        onlyTested,
        onlyInForce,
        count(alerts, Change.MOVED));
  }

  private static int count(List<BackTester.Alert> alerts, Change change) {
    return (int) alerts.stream().filter(alert -> alert.change() == change).count();
  }

  private static @Nullable Double perHour(int alerts, Duration time) {
    return time.isZero() ? null : alerts * HOUR_MS / time.toMillis();
  }
}

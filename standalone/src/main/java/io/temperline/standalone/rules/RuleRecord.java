package io.temperline.standalone.rules;

import io.temperline.schemas.Escalation;
import io.temperline.schemas.Verdict;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a rule of a version has done, by what people said of its alerts.
 *
 * @param precision the share of those judged that were right; empty where none was judged
 * @param toAcknowledge median time from the alert to the first who took care of it; empty where
 *     nobody did
 */
record RuleRecord(
    String rule,
    String version,
    long alerts,
    long judged,
    long right,
    long falseAlarms,
    Optional<Share> precision,
    Optional<Duration> toAcknowledge) {

  private record Key(String rule, String version) {}

  /**
   * @param alerts each as its last step left it
   * @return by rule and version
   */
  static List<RuleRecord> of(Collection<Escalation> alerts) {
    Map<Key, List<Escalation>> byRule =
        alerts.stream()
            .collect(
                Collectors.groupingBy(
                    alert -> new Key(alert.getRule(), alert.getRuleVersion()),
                    Collectors.toList()));
    return byRule.entrySet().stream()
        .map(entry -> of(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(RuleRecord::rule).thenComparing(RuleRecord::version))
        .toList();
  }

  private static RuleRecord of(Key key, List<Escalation> alerts) {
    long right = count(alerts, Verdict.RIGHT);
    long wrong = count(alerts, Verdict.FALSE_ALARM);
    long judged = right + wrong;
    return new RuleRecord(
        key.rule(),
        key.version(),
        alerts.size(),
        judged,
        right,
        wrong,
        judged == 0 ? Optional.empty() : Optional.of(Share.of(right, judged)),
        median(
            alerts.stream()
                .filter(alert -> alert.getAcknowledgedAt() != null)
                .map(alert -> Duration.between(alert.getRaisedAt(), alert.getAcknowledgedAt()))
                .sorted()
                .toList()));
  }

  private static long count(List<Escalation> alerts, Verdict verdict) {
    return alerts.stream().filter(alert -> alert.getVerdict() == verdict).count();
  }

  private static Optional<Duration> median(List<Duration> sorted) {
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    Duration upper = sorted.get(sorted.size() / 2);
    Duration lower = sorted.get((sorted.size() - 1) / 2);
    return Optional.of(lower.plus(upper).dividedBy(2));
  }
}

package io.temperline.streams.history;

import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationSummary;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a history tells of alerts: the last of them, for it must stay small. */
final class EscalationSummaries {

  static final int MOST = 100;

  /** Ids and words are as long as gateways and authors of rules make them. */
  private static final int MOST_CHARACTERS = 20_000;

  private static final int LONGEST_SUMMARY = 200;

  private EscalationSummaries() {}

  static EscalationSummary of(Escalation step) {
    return EscalationSummary.newBuilder()
        .setEscalationId(step.getEscalationId())
        .setRule(step.getRule())
        .setSeverity(step.getSeverity())
        .setStatus(step.getStatus())
        .setRaisedAt(step.getRaisedAt())
        .setUpdatedAt(step.getAt())
        .setPeak(step.getEvidence().getPeak())
        .setRuleVersion(step.getRuleVersion())
        .setSummary(summary(step))
        .setFiredMs(firedMs(step))
        .setAcknowledgedBy(step.getAcknowledgedBy())
        .setVerdict(step.getVerdict())
        .setJudgedBy(step.getJudgedBy())
        .build();
  }

  private static String summary(Escalation step) {
    String words = step.getAnnotations().getOrDefault("summary", step.getRecommendedAction());
    return words.length() <= LONGEST_SUMMARY
        ? words
        : words.substring(0, LONGEST_SUMMARY - 1) + "…";
  }

  /**
   * Drops the first of the alerts until the others are few and short enough; one always stays.
   *
   * @return how many it dropped
   */
  static int limit(List<EscalationSummary> alerts) {
    int dropped = 0;
    while (alerts.size() > 1 && (alerts.size() > MOST || characters(alerts) > MOST_CHARACTERS)) {
      alerts.remove(0);
      dropped++;
    }
    return dropped;
  }

  private static int characters(List<EscalationSummary> alerts) {
    return alerts.stream()
        .flatMap(
            alert ->
                Stream.of(
                    alert.getEscalationId(),
                    alert.getRule(),
                    alert.getRuleVersion(),
                    alert.getSummary(),
                    alert.getAcknowledgedBy(),
                    alert.getJudgedBy()))
        .filter(Objects::nonNull)
        .mapToInt(String::length)
        .sum();
  }

  private static Long firedMs(Escalation step) {
    return step.getClearedAt() == null
        ? null
        : Duration.between(step.getRaisedAt(), step.getClearedAt()).toMillis();
  }
}

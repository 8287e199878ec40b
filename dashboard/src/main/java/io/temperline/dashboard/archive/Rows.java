package io.temperline.dashboard.archive;

import io.temperline.schemas.CallConversation;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.EscalationSummary;
import io.temperline.schemas.Severity;
import io.temperline.schemas.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a row takes from a call's history. */
final class Rows {

  private Rows() {}

  static EndedCall of(CallHistory history) {
    Instant end = history.getEndedAt() == null ? history.getUpdatedAt() : history.getEndedAt();
    List<EscalationSummary> alerts = history.getEscalations();
    CallConversation conversation = history.getConversation();
    boolean scored = history.getWindowsScored() > 0;
    return new EndedCall(
        history.getCallId(),
        history.getStartedAt().toEpochMilli(),
        end.toEpochMilli(),
        history.getEndInferred(),
        history.getDurationMs(),
        history.getCustomerId(),
        history.getAgentId(),
        history.getQueue(),
        history.getLanguage(),
        mostHeard(history.getSecondsByEmotion()),
        scored ? history.getPeakAnger() : null,
        scored ? history.getMeanAnger() : null,
        history.getValenceTrend(),
        alerts.size() + history.getEscalationsOmitted(),
        worst(alerts),
        alerts.stream().map(EscalationSummary::getRule).distinct().sorted().toList(),
        judged(alerts, Verdict.RIGHT),
        judged(alerts, Verdict.FALSE_ALARM),
        conversation == null ? null : conversation.getCaller().getTalkShare(),
        conversation == null ? 0 : conversation.getHolds(),
        conversation == null ? 0 : conversation.getHoldMs(),
        history.getWindowsScored(),
        history.getWindowsNotScored());
  }

  private static String mostHeard(Map<String, Double> seconds) {
    return seconds.entrySet().stream()
        .filter(heard -> heard.getValue() > 0)
        .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static String worst(List<EscalationSummary> alerts) {
    return alerts.stream()
        .map(EscalationSummary::getSeverity)
        .max(Comparator.naturalOrder())
        .map(Severity::name)
        .orElse(null);
  }

  private static int judged(List<EscalationSummary> alerts, Verdict verdict) {
    return (int) alerts.stream().filter(alert -> alert.getVerdict() == verdict).count();
  }
}

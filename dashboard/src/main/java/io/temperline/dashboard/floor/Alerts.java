package io.temperline.dashboard.floor;

import io.temperline.dashboard.floor.Alert.Evidence;
import io.temperline.dashboard.floor.Alert.Handling;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationSummary;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Alerts as they follow from escalations and from what a call's history says of them. */
final class Alerts {

  private static final String SUMMARY = "summary";

  private Alerts() {}

  static Alert of(Escalation step) {
    return new Alert(
        step.getEscalationId(),
        step.getCallId(),
        step.getClearedAt() == null,
        step.getSeverity().name(),
        step.getRule(),
        step.getRuleVersion(),
        step.getRaisedAt().toEpochMilli(),
        step.getAt().toEpochMilli(),
        millis(step.getClearedAt()),
        evidence(step),
        handling(step),
        step.getRecommendedAction(),
        name(step.getAction()));
  }

  /** What is left of an escalation in the history of a call whose steps are no longer at hand. */
  static Alert of(EscalationSummary summary, String callId) {
    long raisedAt = summary.getRaisedAt().toEpochMilli();
    Long clearedAt = summary.getFiredMs() == null ? null : (Long) (raisedAt + summary.getFiredMs());
    return new Alert(
        summary.getEscalationId(),
        callId,
        clearedAt == null,
        summary.getSeverity().name(),
        summary.getRule(),
        summary.getRuleVersion(),
        raisedAt,
        summary.getUpdatedAt().toEpochMilli(),
        clearedAt,
        new Evidence(
            null,
            summary.getPeak(),
            summary.getPeak(),
            null,
            null,
            Map.of(),
            said(summary.getSummary())),
        new Handling(
            summary.getAcknowledgedBy(),
            null,
            null,
            name(summary.getVerdict()),
            summary.getJudgedBy(),
            null,
            null,
            null),
        "",
        null);
  }

  private static Evidence evidence(Escalation step) {
    io.temperline.schemas.Evidence evidence = step.getEvidence();
    return new Evidence(
        said(evidence.getEmotion()),
        evidence.getLevel(),
        evidence.getPeak(),
        evidence.getThreshold() == 0 ? null : (Float) evidence.getThreshold(),
        evidence.getSpeechSeconds(),
        new TreeMap<>(evidence.getFigures()),
        said(step.getAnnotations().get(SUMMARY)));
  }

  private static Handling handling(Escalation step) {
    return new Handling(
        step.getAcknowledgedBy(),
        millis(step.getAcknowledgedAt()),
        millis(step.getSnoozedUntil()),
        name(step.getVerdict()),
        step.getJudgedBy(),
        step.getNote(),
        step.getNote() == null ? null : step.getBy(),
        step.getCommandId());
  }

  private static Long millis(Instant time) {
    return time == null ? null : (Long) time.toEpochMilli();
  }

  private static String name(Enum<?> symbol) {
    return symbol == null || symbol.name().equals("UNKNOWN") ? null : symbol.name();
  }

  private static String said(String text) {
    return text == null || text.isBlank() ? null : text;
  }
}

package io.temperline.dashboard.floor;

import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationSummary;
import io.temperline.schemas.Evidence;
import java.util.Locale;

/** Alerts as they follow from escalations and from what a call's history says of them. */
final class Alerts {

  private Alerts() {}

  static Alert of(Escalation step) {
    Evidence evidence = step.getEvidence();
    boolean cleared = step.getClearedAt() != null;
    return new Alert(
        step.getEscalationId(),
        step.getCallId(),
        !cleared,
        step.getSeverity().name(),
        step.getRule(),
        step.getRuleVersion(),
        step.getRaisedAt().toEpochMilli(),
        step.getAt().toEpochMilli(),
        cleared ? step.getClearedAt().toEpochMilli() : null,
        evidence.getEmotion(),
        evidence.getLevel(),
        evidence.getPeak(),
        evidence.getThreshold(),
        sentence(step, cleared),
        step.getRecommendedAction());
  }

  /** What is left of an escalation in the history of a call whose steps are no longer at hand. */
  static Alert of(EscalationSummary summary, String callId) {
    Long clearedAt =
        summary.getFiredMs() == null
            ? null
            : summary.getRaisedAt().toEpochMilli() + summary.getFiredMs();
    return new Alert(
        summary.getEscalationId(),
        callId,
        clearedAt == null,
        summary.getSeverity().name(),
        summary.getRule(),
        summary.getRuleVersion(),
        summary.getRaisedAt().toEpochMilli(),
        summary.getUpdatedAt().toEpochMilli(),
        clearedAt,
        null,
        summary.getPeak(),
        summary.getPeak(),
        null,
        summary.getSummary().isEmpty()
            ? String.format(Locale.ROOT, "up to %.2f", summary.getPeak())
            : summary.getSummary(),
        "");
  }

  /** The figure that the rule watches; where it watches none, what the rule's author says. */
  private static String sentence(Escalation step, boolean cleared) {
    Evidence evidence = step.getEvidence();
    if (evidence.getEmotion().isEmpty()) {
      return step.getAnnotations().getOrDefault("summary", step.getRecommendedAction());
    }
    String what =
        evidence.getEmotion().equals(EmotionTrack.ANGER) ? "anger" : evidence.getEmotion();
    return cleared
        ? String.format(Locale.ROOT, "%s up to %.2f", what, evidence.getPeak())
        : String.format(
            Locale.ROOT,
            "%s %.2f for %.0f s of speech",
            what,
            evidence.getLevel(),
            evidence.getSpeechSeconds());
  }
}

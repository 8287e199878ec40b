package io.temperline.dashboard.delivery;

import io.temperline.schemas.ClearReason;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.schemas.Evidence;
import io.temperline.schemas.Severity;
import io.temperline.schemas.TrustedClasses;
import io.temperline.schemas.Turn;
import java.time.Instant;
import java.util.Map;

/**
 * The words of the tests: what happens to an alert about one call. Seconds count from its start.
 */
public record AlertStory(String callId) {

  static {
    TrustedClasses.trustOurs();
  }

  public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  public static Instant at(long second) {
    return START.plusSeconds(second);
  }

  public Escalation raised() {
    return step(EscalationStatus.RAISED, 10).build();
  }

  public Escalation worse(long second) {
    return step(EscalationStatus.UPDATED, second).setTurn(Turn.WORSE).build();
  }

  public Escalation better(long second) {
    return step(EscalationStatus.UPDATED, second).setTurn(Turn.BETTER).build();
  }

  public Escalation awake(long second) {
    return step(EscalationStatus.UPDATED, second).build();
  }

  public Escalation acknowledged(long second) {
    return byAda(EscalationStatus.ACKNOWLEDGED, second).build();
  }

  public Escalation snoozed(long second, long until) {
    return byAda(EscalationStatus.SNOOZED, second).setSnoozedUntil(at(until)).build();
  }

  public Escalation noted(long second, String note) {
    return byAda(EscalationStatus.NOTED, second).setNote(note).build();
  }

  public Escalation cleared(long second) {
    return step(EscalationStatus.CLEARED, second)
        .setClearedBecause(ClearReason.CALM)
        .setClearedAt(at(second))
        .build();
  }

  private Escalation.Builder byAda(EscalationStatus status, long second) {
    return step(status, second)
        .setBy("Ada")
        .setAcknowledgedBy("Ada")
        .setCommandId("command-" + status + "-" + second);
  }

  public Escalation.Builder step(EscalationStatus status, long second) {
    return Escalation.newBuilder()
        .setCallId(callId)
        .setEscalationId(callId + "/sustained-anger/7")
        .setStatus(status)
        .setAt(at(second))
        .setRaisedAt(at(10))
        .setRule("sustained-anger")
        .setRuleVersion("default-1")
        .setSeverity(Severity.CRITICAL)
        .setRecommendedAction("Listen in, and take the call over if it goes on.")
        .setEvidence(
            new Evidence(
                "anger", 0.8f, 0.9f, 0.3f, 5.0, 7L, second, "anger >= 0.3", Map.of("anger", 0.8)))
        .setLabels(Map.of("team", "gold"))
        .setAnnotations(Map.of("summary", "Anger 0.80 for 5 s"))
        .setQueue("Billing")
        .setLanguage("de-AT");
  }
}

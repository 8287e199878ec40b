package io.temperline.streams.escalation;

import io.temperline.rules.Action;
import io.temperline.rules.Alert;
import io.temperline.rules.Evidence;
import io.temperline.rules.Step;
import io.temperline.schemas.ClearReason;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.schemas.RecommendedAction;
import io.temperline.schemas.Severity;
import io.temperline.schemas.Turn;
import io.temperline.streams.state.EscalationState;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Writes what a rule did as a step of an escalation. */
final class RuleSteps {

  private RuleSteps() {}

  static Escalation escalation(String callId, EscalationState call, Step step) {
    Alert alert = step.alert();
    Escalation.Builder written =
        Escalation.newBuilder()
            .setCallId(callId)
            .setEscalationId("%s/%s/%d".formatted(callId, alert.rule(), alert.window()))
            .setStatus(status(step))
            .setAt(step.at())
            .setRaisedAt(alert.raisedAt())
            .setRule(alert.rule())
            .setRuleVersion(alert.version())
            .setSeverity(Severity.valueOf(alert.severity().name()))
            .setRecommendedAction(alert.action().map(Action::advice).orElse(""))
            .setAction(
                alert.action().map(action -> RecommendedAction.valueOf(action.name())).orElse(null))
            .setLabels(alert.labels())
            .setAnnotations(step.annotations())
            .setEvidence(evidence(alert, step.evidence()))
            .setQueue(call.getQueue())
            .setLanguage(call.getLanguage());
    if (step instanceof Step.Updated updated) {
      written.setTurn(Turn.valueOf(updated.turn().name()));
    }
    if (step instanceof Step.Cleared cleared) {
      written
          .setClearedBecause(ClearReason.valueOf(cleared.reason().name()))
          .setClearedAt(cleared.at());
    }
    return written.build();
  }

  private static EscalationStatus status(Step step) {
    if (step instanceof Step.Raised) {
      return EscalationStatus.RAISED;
    }
    return step instanceof Step.Updated ? EscalationStatus.UPDATED : EscalationStatus.CLEARED;
  }

  private static io.temperline.schemas.Evidence evidence(Alert alert, Evidence evidence) {
    return io.temperline.schemas.Evidence.newBuilder()
        .setEmotion(alert.basis().watched().orElse(""))
        .setLevel((float) evidence.level().orElse(0))
        .setPeak((float) evidence.peak().orElse(0))
        .setThreshold((float) alert.basis().threshold().orElse(0))
        .setSpeechSeconds(seconds(evidence.held()))
        .setFirstWindow(evidence.firstWindow())
        .setLastWindow(evidence.lastWindow())
        .setExpression(alert.basis().condition())
        .setFigures(figures(evidence.values()))
        .build();
  }

  private static Map<String, Object> figures(Map<String, Object> values) {
    Map<String, Object> figures = new HashMap<>();
    values.forEach((name, value) -> figures.put(name, figure(value)));
    return figures;
  }

  private static Object figure(Object value) {
    if (value instanceof Duration span) {
      return seconds(span);
    }
    return value instanceof Long count ? (Object) count.doubleValue() : value;
  }

  private static double seconds(Duration span) {
    return span.toMillis() / 1000.0;
  }
}

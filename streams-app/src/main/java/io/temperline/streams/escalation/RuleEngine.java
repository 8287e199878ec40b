package io.temperline.streams.escalation;

import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.schemas.Evidence;
import io.temperline.schemas.Severity;
import io.temperline.streams.state.EscalationState;
import io.temperline.streams.state.RaisedAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Follows one call with the anger rule. Works on the state it is given and keeps none. */
public final class RuleEngine {

  private final AngerRule rule;

  public RuleEngine(AngerRule rule) {
    this.rule = rule;
  }

  /**
   * Takes a scored window.
   *
   * @param state where the call stands, a new one at its beginning; is changed
   * @return the step to tell of, if any
   */
  public Optional<Escalation> next(EscalationState state, EmotionEvent event) {
    return state.getRaised() == null ? watch(state, event) : follow(state, event);
  }

  /** The call is over, and so is its alert. */
  Optional<Escalation> end(EscalationState state, String callId, Instant at) {
    if (state.getRaised() == null) {
      return Optional.empty();
    }
    return Optional.of(step(state, callId, EscalationStatus.CLEARED, at));
  }

  private Optional<Escalation> watch(EscalationState state, EmotionEvent event) {
    float level = level(event);
    if (level < rule.raiseAt() || event.getEndsAt().toEpochMilli() < state.getCoolUntilMs()) {
      stopHolding(state);
      return Optional.empty();
    }
    hold(state, event, level);
    if (state.getHeldSeconds() < seconds(rule.sustained())) {
      return Optional.empty();
    }
    state.setRaised(raised(event));
    state.setReportedPeak(state.getPeak());
    return Optional.of(step(state, event, EscalationStatus.RAISED));
  }

  private Optional<Escalation> follow(EscalationState state, EmotionEvent event) {
    float level = level(event);
    hold(state, event, level);
    state.setCalmSeconds(level < rule.clearBelow() ? state.getCalmSeconds() + hop(event) : 0);
    if (state.getCalmSeconds() >= seconds(rule.calm())) {
      Escalation cleared = step(state, event, EscalationStatus.CLEARED);
      stopHolding(state);
      state.setRaised(null);
      state.setCalmSeconds(0);
      state.setCoolUntilMs(event.getEndsAt().plus(rule.cooldown()).toEpochMilli());
      return Optional.of(cleared);
    }
    if (state.getPeak() >= state.getReportedPeak() + rule.worsening()) {
      state.setReportedPeak(state.getPeak());
      return Optional.of(step(state, event, EscalationStatus.UPDATED));
    }
    return Optional.empty();
  }

  private void hold(EscalationState state, EmotionEvent event, float level) {
    if (!state.getHolding()) {
      state.setHolding(true);
      state.setFirstWindow(event.getWindow());
    }
    state.setLastWindow(event.getWindow());
    state.setLevel(level);
    state.setPeak(Math.max(state.getPeak(), level));
    if (level >= rule.raiseAt()) {
      state.setHeldSeconds(state.getHeldSeconds() + hop(event));
    }
  }

  private static void stopHolding(EscalationState state) {
    state.setHolding(false);
    state.setHeldSeconds(0);
    state.setPeak(0);
  }

  private RaisedAlert raised(EmotionEvent event) {
    String id = "%s/%s/%d".formatted(event.getCallId(), rule.name(), event.getWindow());
    return new RaisedAlert(id, event.getEndsAt().toEpochMilli());
  }

  private Escalation step(EscalationState state, EmotionEvent event, EscalationStatus status) {
    return step(state, event.getCallId(), status, event.getEndsAt());
  }

  private Escalation step(
      EscalationState state, String callId, EscalationStatus status, Instant at) {
    return Escalation.newBuilder()
        .setCallId(callId)
        .setEscalationId(state.getRaised().getEscalationId())
        .setStatus(status)
        .setAt(at)
        .setRaisedAt(Instant.ofEpochMilli(state.getRaised().getRaisedAt()))
        .setRule(rule.name())
        .setRuleVersion(rule.version())
        .setSeverity(Severity.CRITICAL)
        .setRecommendedAction(rule.recommendedAction())
        .setEvidence(
            Evidence.newBuilder()
                .setEmotion(rule.emotion())
                .setLevel(state.getLevel())
                .setPeak(state.getPeak())
                .setThreshold(rule.raiseAt())
                .setSpeechSeconds(state.getHeldSeconds())
                .setFirstWindow(state.getFirstWindow())
                .setLastWindow(state.getLastWindow())
                .build())
        .build();
  }

  private float level(EmotionEvent event) {
    return event.getSmoothed().getProbabilities().getOrDefault(rule.emotion(), 0f);
  }

  private static double hop(EmotionEvent event) {
    return event.getHopMs() / 1000.0;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}

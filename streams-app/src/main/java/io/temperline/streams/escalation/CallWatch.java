package io.temperline.streams.escalation;

import io.temperline.rules.RuleEngine;
import io.temperline.rules.Step;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.streams.state.EscalationState;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Follows calls with the rules in force. Works on the state that it is given and keeps none, so
 * that live calls, recordings and yesterday's events are judged alike.
 */
public final class CallWatch {

  private final Function<Instant, RuleEngine> rules;

  /**
   * @param rules those in force at a moment of event time
   */
  public CallWatch(Function<Instant, RuleEngine> rules) {
    this.rules = rules;
  }

  /** The state of a call that is first heard of at that time. */
  public EscalationState begin(Instant at) {
    return CallFacts.begin(at);
  }

  /** Takes what a call event tells of the call; its end is for {@link #end}. */
  public void learn(EscalationState state, CallEvent event) {
    CallFacts.add(state, event);
  }

  /**
   * Takes the call's next window.
   *
   * @param event of the caller, scored or not
   * @return the steps to tell of, in order
   */
  public List<Escalation> hear(EscalationState state, EmotionEvent event) {
    RuleEngine.Outcome outcome =
        rules
            .apply(event.getEndsAt())
            .next(RuleStates.restored(state.getRules()), Moments.next(state, event));
    state.setRules(RuleStates.stored(outcome.state()));
    return told(event.getCallId(), state, outcome.steps());
  }

  /** The call is over, and so are its alerts. */
  public List<Escalation> end(EscalationState state, String callId, Instant at) {
    RuleEngine.Outcome outcome = rules.apply(at).end(RuleStates.restored(state.getRules()), at);
    return told(callId, state, outcome.steps());
  }

  private static List<Escalation> told(String callId, EscalationState state, List<Step> steps) {
    return steps.stream().map(step -> RuleSteps.escalation(callId, state, step)).toList();
  }
}

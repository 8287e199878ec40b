package io.temperline.streams.escalation;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.Channel;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.WindowStatus;
import io.temperline.streams.state.EscalationState;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps each call's standing with the rule; the call's end clears it. */
final class EscalationProcessor implements Processor<String, EscalationSignal, String, Escalation> {

  static final String STORE = "escalation-state";

  private final RuleEngine engine;
  private ProcessorContext<String, Escalation> context;
  private KeyValueStore<String, EscalationState> states;

  EscalationProcessor(AngerRule rule) {
    engine = new RuleEngine(rule);
  }

  @Override
  public void init(ProcessorContext<String, Escalation> context) {
    this.context = context;
    states = context.getStateStore(STORE);
  }

  @Override
  public void process(Record<String, EscalationSignal> signal) {
    if (signal.value() instanceof EscalationSignal.Emotion emotion && counts(emotion.event())) {
      follow(signal.key(), emotion.event());
    } else if (signal.value() instanceof EscalationSignal.Call call
        && call.event().getType() == CallEventType.ENDED) {
      end(signal.key(), call.event());
    }
  }

  private static boolean counts(EmotionEvent event) {
    return event.getStatus() == WindowStatus.SCORED && event.getChannel() == Channel.CALLER;
  }

  private void follow(String callId, EmotionEvent event) {
    EscalationState state = states.get(callId);
    if (state == null) {
      state = EscalationState.newBuilder().build();
    }
    engine.next(state, event).ifPresent(this::forward);
    states.put(callId, state);
  }

  private void end(String callId, CallEvent event) {
    EscalationState state = states.delete(callId);
    if (state != null) {
      engine.end(state, callId, event.getEffectiveAt()).ifPresent(this::forward);
    }
  }

  private void forward(Escalation step) {
    context.forward(new Record<>(step.getCallId(), step, step.getAt().toEpochMilli()));
  }
}

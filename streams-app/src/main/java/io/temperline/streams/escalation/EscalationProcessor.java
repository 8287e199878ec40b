package io.temperline.streams.escalation;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.streams.state.AlertState;
import io.temperline.streams.state.EscalationState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps each call's standing with the rules in force, and what people do with its alerts. */
final class EscalationProcessor implements Processor<String, EscalationSignal, String, Escalation> {

  static final String STATES = "escalation-state";
  static final String ALERTS = "alerts";

  private static final Logger LOG = LoggerFactory.getLogger(EscalationProcessor.class);
  private static final Duration TIDYING = Duration.ofMinutes(1);

  private final CallWatch watch;
  private final Duration memory;
  private ProcessorContext<String, Escalation> context;
  private KeyValueStore<String, EscalationState> states;
  private Alerts alerts;
  private Sensor unusable;

  /**
   * @param memory how long an alert is kept after its last step
   */
  EscalationProcessor(CallWatch watch, Duration memory) {
    this.watch = watch;
    this.memory = memory;
  }

  @Override
  public void init(ProcessorContext<String, Escalation> context) {
    this.context = context;
    states = context.getStateStore(STATES);
    KeyValueStore<String, AlertState> kept = context.getStateStore(ALERTS);
    alerts = new Alerts(kept);
    unusable =
        context
            .metrics()
            .addRateTotalSensor(
                "escalation",
                context.taskId().toString(),
                "unusable-commands",
                Sensor.RecordingLevel.INFO);
    // Wall clock: how long people may take to judge an alert is a matter of real time.
    context.schedule(TIDYING, PunctuationType.WALL_CLOCK_TIME, now -> alerts.forget(now, memory));
  }

  @Override
  public void process(Record<String, EscalationSignal> signal) {
    if (signal.value() instanceof EscalationSignal.Emotion emotion) {
      hear(signal.key(), emotion.event());
    } else if (signal.value() instanceof EscalationSignal.Call call) {
      learn(signal.key(), call.event());
    } else if (signal.value() instanceof EscalationSignal.Asked asked) {
      obey(asked.command());
    }
  }

  private void hear(String callId, EmotionEvent event) {
    if (event.getChannel() != Channel.CALLER) {
      return;
    }
    EscalationState state = state(callId, event.getStartsAt());
    List<Escalation> steps = watch.hear(state, event);
    boolean mayHaveAlerts = !state.getRules().isEmpty();
    states.put(callId, state);
    steps.forEach(this::tell);
    if (mayHaveAlerts) {
      alerts.wake(callId, event.getEndsAt(), now()).forEach(this::forward);
    }
  }

  private void learn(String callId, CallEvent event) {
    EscalationState state = state(callId, event.getEffectiveAt());
    watch.learn(state, event);
    if (event.getType() == CallEventType.ENDED) {
      states.delete(callId);
      watch.end(state, callId, event.getEffectiveAt()).forEach(this::tell);
    } else {
      states.put(callId, state);
    }
  }

  private void obey(Command command) {
    if (command.getType() == CommandType.ERASE_CALL) {
      states.delete(command.getCallId());
      alerts.erase(command).forEach(this::forward);
      return;
    }
    try {
      alerts.take(command, now()).ifPresent(this::forward);
    } catch (UnusableCommandException e) {
      unusable.record();
      LOG.warn(
          "Command {} of {} is passed over: {}",
          command.getCommandId(),
          command.getBy(),
          e.getMessage());
    }
  }

  private EscalationState state(String callId, Instant at) {
    EscalationState known = states.get(callId);
    return known == null ? watch.begin(at) : known;
  }

  private void tell(Escalation step) {
    forward(alerts.take(step, now()));
  }

  private void forward(Escalation step) {
    context.forward(new Record<>(step.getCallId(), step, step.getAt().toEpochMilli()));
  }

  private long now() {
    return context.currentSystemTimeMs();
  }
}

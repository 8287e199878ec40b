package io.temperline.streams.escalation;

import io.temperline.rules.RuleEngine;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.Channel;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.streams.state.EscalationState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Judges calls of the past by rules, as live calls are judged: by the audio's time, in the order in
 * which things happened in a call, whatever the order in which they are told of here. Windows of a
 * call are told of in their order.
 */
public final class Backtest implements PastListener {

  private static final Comparator<CallEvent> IN_TIME =
      Comparator.comparing(CallEvent::getEffectiveAt).thenComparingInt(Backtest::rank);

  private final CallWatch watch;
  private final Map<String, PastCall> calls = new HashMap<>();

  /**
   * @param rules those in force at a moment of event time
   */
  public Backtest(Function<Instant, RuleEngine> rules) {
    watch = new CallWatch(rules);
  }

  private static int rank(CallEvent event) {
    return switch (event.getType()) {
      case STARTED -> 0;
      case ENDED -> 2;
      case HELD, RESUMED, TRANSFERRED, UNKNOWN -> 1;
    };
  }

  @Override
  public void learn(CallEvent event) {
    call(event.getCallId()).coming.add(event);
  }

  /** Takes a call's next window; those of agents are passed over. */
  @Override
  public void hear(EmotionEvent event) {
    if (event.getChannel() == Channel.CALLER) {
      call(event.getCallId()).hear(event);
    }
  }

  /** All calls in the order of their beginnings. Nothing more can be told of then. */
  public List<JudgedCall> finish() {
    return calls.values().stream()
        .map(PastCall::finish)
        .sorted(Comparator.comparing(JudgedCall::beganAt).thenComparing(JudgedCall::callId))
        .toList();
  }

  private PastCall call(String callId) {
    return calls.computeIfAbsent(callId, PastCall::new);
  }

  private final class PastCall {

    private final String callId;
    private final List<CallEvent> coming = new ArrayList<>();
    private final List<Escalation> steps = new ArrayList<>();
    private final Map<String, Escalation> alerts = new HashMap<>();
    private Deque<CallEvent> inOrder;
    private EscalationState state;
    private Instant beganAt = Instant.MAX;
    private Instant endedAt = Instant.MIN;

    PastCall(String callId) {
      this.callId = callId;
    }

    void hear(EmotionEvent event) {
      while (!inOrder().isEmpty() && happensBefore(inOrder().peek(), event)) {
        take(inOrder().poll());
      }
      lasts(t0(event), event.getEndsAt());
      begin(event.getStartsAt());
      watch.hear(state, event).forEach(this::tell);
    }

    /** A window may reach beyond the call's end; one that begins there is of another call. */
    private boolean happensBefore(CallEvent event, EmotionEvent window) {
      return event.getType() == CallEventType.ENDED
          ? !event.getEffectiveAt().isAfter(window.getStartsAt())
          : event.getEffectiveAt().isBefore(window.getEndsAt());
    }

    /** When the channel began, by the grid of its windows. */
    private Instant t0(EmotionEvent event) {
      return event.getStartsAt().minusMillis(event.getWindow() * event.getHopMs());
    }

    private void take(CallEvent event) {
      lasts(event.getEffectiveAt(), event.getEffectiveAt());
      begin(event.getEffectiveAt());
      watch.learn(state, event);
      if (event.getType() == CallEventType.ENDED) {
        watch.end(state, callId, event.getEffectiveAt()).forEach(this::tell);
        state = null;
      }
    }

    /** As {@link Alerts} does it. */
    private void tell(Escalation step) {
      Escalation last = alerts.get(step.getEscalationId());
      Escalation whole = last == null ? step : PeopleSteps.carriedOver(last, step);
      alerts.put(whole.getEscalationId(), whole);
      steps.add(whole);
    }

    private void begin(Instant at) {
      if (state == null) {
        state = watch.begin(at);
      }
    }

    private void lasts(Instant from, Instant until) {
      beganAt = from.isBefore(beganAt) ? from : beganAt;
      endedAt = until.isAfter(endedAt) ? until : endedAt;
    }

    private Deque<CallEvent> inOrder() {
      if (inOrder == null) {
        coming.sort(IN_TIME);
        inOrder = new ArrayDeque<>(coming);
      }
      return inOrder;
    }

    JudgedCall finish() {
      while (!inOrder().isEmpty()) {
        take(inOrder().poll());
      }
      return new JudgedCall(callId, beganAt, endedAt, steps);
    }
  }
}

package io.temperline.standalone.past;

import io.temperline.dashboard.rules.BackTester.Meter;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.TrialCalls;
import io.temperline.streams.escalation.PastListener;
import java.util.List;

/** A past whose every record is metered; only calls that somebody was on are told of. */
record MeteredPast(PastCalls calls, Meter meter) implements PastCalls {

  @Override
  public void tellTo(List<? extends PastListener> listeners) {
    calls.tellTo(List.of(metered(listeners)));
  }

  private PastListener metered(List<? extends PastListener> listeners) {
    return new PastListener() {
      @Override
      public void learn(CallEvent event) {
        meter.event();
        if (!TrialCalls.isTrial(event.getCallId())) {
          listeners.forEach(listener -> listener.learn(event));
        }
      }

      @Override
      public void hear(EmotionEvent event) {
        meter.window();
        if (!TrialCalls.isTrial(event.getCallId())) {
          listeners.forEach(listener -> listener.hear(event));
        }
      }
    };
  }
}

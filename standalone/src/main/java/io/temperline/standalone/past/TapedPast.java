package io.temperline.standalone.past;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.EmotionEvent;
import io.temperline.streams.escalation.PastListener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Calls that it costs much to hear, heard once and told of as often as is asked. */
public final class TapedPast implements PastCalls {

  private final List<Consumer<PastListener>> tape = new ArrayList<>();

  public TapedPast(PastCalls calls) {
    calls.tellTo(
        List.of(
            new PastListener() {
              @Override
              public void learn(CallEvent event) {
                tape.add(listener -> listener.learn(event));
              }

              @Override
              public void hear(EmotionEvent event) {
                tape.add(listener -> listener.hear(event));
              }
            }));
  }

  @Override
  public void tellTo(List<? extends PastListener> listeners) {
    tape.forEach(told -> listeners.forEach(told));
  }
}

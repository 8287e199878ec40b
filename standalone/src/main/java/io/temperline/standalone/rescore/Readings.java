package io.temperline.standalone.rescore;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.Channel;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.WindowStatus;
import io.temperline.streams.escalation.PastListener;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a model read in the windows of calls. */
final class Readings implements PastListener {

  /** A window, whichever model read it and however long it takes its windows. */
  record Window(String callId, Channel channel, Instant endsAt) {

    static Window of(EmotionEvent event) {
      return new Window(event.getCallId(), event.getChannel(), event.getEndsAt());
    }
  }

  /**
   * What was read in a scored window.
   *
   * @param top the likeliest emotion, or uncertain
   * @param probabilities by emotion
   * @param valence -1 to 1; empty where the model's emotions have no place
   * @param arousal -1 to 1; empty where valence is
   */
  record Reading(
      String top,
      Map<String, Float> probabilities,
      Optional<Float> valence,
      Optional<Float> arousal) {}

  private final Map<Window, Optional<Reading>> byWindow = new LinkedHashMap<>();

  @Override
  public void learn(CallEvent event) {
    // What happened to calls is the same for every model.
  }

  @Override
  public void hear(EmotionEvent event) {
    byWindow.put(Window.of(event), reading(event));
  }

  private static Optional<Reading> reading(EmotionEvent event) {
    return event.getStatus() == WindowStatus.SCORED
        ? Optional.of(
            new Reading(
                event.getTop(),
                event.getProbabilities(),
                Optional.ofNullable(event.getValence()),
                Optional.ofNullable(event.getArousal())))
        : Optional.empty();
  }

  boolean has(EmotionEvent event) {
    return byWindow.containsKey(Window.of(event));
  }

  /** By window; empty where one was not scored. */
  Map<Window, Optional<Reading>> byWindow() {
    return byWindow;
  }
}

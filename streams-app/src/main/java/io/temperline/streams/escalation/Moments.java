package io.temperline.streams.escalation;

import io.temperline.rules.Figure;
import io.temperline.rules.Moment;
import io.temperline.schemas.CallConversation;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.SmoothedEmotion;
import io.temperline.schemas.WindowStatus;
import io.temperline.streams.state.EscalationState;
import io.temperline.streams.state.ScoredWindow;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes of a window, and of what came before it in the call, what the rules can ask for. */
final class Moments {

  private static final String ANGER = "angry";

  private final Map<String, Object> values = new HashMap<>();
  private final EscalationState state;
  private final EmotionEvent event;
  private final long at;

  private Moments(EscalationState state, EmotionEvent event) {
    this.state = state;
    this.event = event;
    at = event.getEndsAt().toEpochMilli();
  }

  /**
   * @param state is as the call's earlier windows and events left it; takes in this window
   * @param event of the caller
   */
  static Moment next(EscalationState state, EmotionEvent event) {
    Moments moments = new Moments(state, event);
    moments.putEmotion();
    moments.putConversation();
    moments.putHolds();
    moments.putCall();
    boolean scored = event.getStatus() == WindowStatus.SCORED;
    if (scored) {
      Trends.add(state, event.getSmoothed(), moments.at);
    }
    return new Moment(
        event.getEndsAt(),
        Duration.ofMillis(event.getHopMs()),
        scored,
        event.getWindow(),
        moments.values);
  }

  /** The probability of anger in a state. */
  static float anger(SmoothedEmotion smoothed) {
    return smoothed.getProbabilities().getOrDefault(ANGER, 0f);
  }

  private void putEmotion() {
    SmoothedEmotion now = event.getSmoothed();
    if (now == null) {
      return;
    }
    put(Figure.ANGER, number(anger(now)));
    put(Figure.VALENCE, number(now.getValence()));
    put(Figure.AROUSAL, number(now.getArousal()));
    put(
        Figure.EMOTIONS,
        now.getProbabilities().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> number(entry.getValue()))));
    Trends trends = new Trends(state, at);
    putTrends(trends, "anger", anger(now), ScoredWindow::getAnger);
    putTrends(trends, "valence", now.getValence(), ScoredWindow::getValence);
    putTrends(trends, "arousal", now.getArousal(), ScoredWindow::getArousal);
  }

  private void putTrends(
      Trends trends, String figure, Float now, Function<ScoredWindow, Float> then) {
    if (now == null) {
      return;
    }
    for (Duration back : Trends.SPANS) {
      Figure trend = Figure.named("%s_trend_%ds".formatted(figure, back.toSeconds())).orElseThrow();
      trends.over(back, number(now), then).ifPresent(value -> put(trend, value));
    }
  }

  private void putConversation() {
    if (event.getQuality().getSpeechShare() > 0) {
      put(Figure.CALLER_LOUDNESS, number(event.getQuality().getLoudnessDbfs()));
    }
    CallConversation talk = event.getConversation();
    if (talk == null) {
      return;
    }
    put(Figure.AGENT_LOUDNESS, number(talk.getAgent().getRecentLevelDbfs()));
    put(Figure.CALLER_PITCH_RISE, number(talk.getCallerPitchRiseSemitones()));
    put(Figure.SPEAKING_RATE, number(talk.getCaller().getRecentSyllablesPerSecond()));
    put(Figure.SILENCE, Duration.ofMillis(talk.getSilenceMs()));
    put(Figure.OVERLAP, number(talk.getRecentOverlapShare()));
    put(Figure.AGENT_INTERRUPTS, (long) talk.getAgent().getInterruptions());
    put(Figure.CALLER_INTERRUPTS, (long) talk.getCaller().getInterruptions());
    put(Figure.TALK_SHARE, number(talk.getCaller().getTalkShare()));
  }

  private void putHolds() {
    Long since = state.getHeldSince();
    long heldNow = since == null ? 0 : Math.max(0, at - since);
    put(Figure.ON_HOLD, since != null && since < at);
    put(Figure.HOLD, Duration.ofMillis(heldNow));
    put(Figure.HOLD_TOTAL, Duration.ofMillis(state.getHeldMs() + heldNow));
    put(Figure.HOLDS, (long) state.getHolds());
  }

  private void putCall() {
    put(Figure.CALL_AGE, Duration.ofMillis(Math.max(0, at - state.getStartedAt())));
    put(Figure.QUEUE, state.getQueue());
    put(Figure.LANGUAGE, state.getLanguage());
    put(Figure.DIRECTION, state.getDirection());
    put(Figure.ATTRIBUTES, state.getAttributes());
  }

  private void put(Figure figure, Object value) {
    if (value != null) {
      values.put(figure.word(), value);
    }
  }

  /** As a person reads it: 0.3f is 0.3, not 0.30000001192…, on which a threshold would break. */
  private static Double number(Float value) {
    return Optional.ofNullable(value).map(Object::toString).map(Double::valueOf).orElse(null);
  }
}

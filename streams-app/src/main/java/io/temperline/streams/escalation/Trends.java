package io.temperline.streams.escalation;

import io.temperline.schemas.SmoothedEmotion;
import io.temperline.streams.state.EscalationState;
import io.temperline.streams.state.ScoredWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** How a call's emotion has changed, as docs/rules.md defines it. */
final class Trends {

  /** The times over which it is looked at. */
  static final List<Duration> SPANS =
      List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));

  private static final long LONGEST_MS = SPANS.get(SPANS.size() - 1).toMillis();

  private final EscalationState state;
  private final long at;

  /**
   * @param at ms since the epoch
   */
  Trends(EscalationState state, long at) {
    this.state = state;
    this.at = at;
  }

  /** The value now minus its mean over the scored windows that ended within the span before. */
  Optional<Double> over(Duration span, double now, Function<ScoredWindow, Float> then) {
    Long first = state.getFirstScoredAt();
    long from = at - span.toMillis();
    if (first == null || first > from) {
      return Optional.empty();
    }
    OptionalDouble mean =
        state.getRecent().stream()
            .filter(window -> window.getEndsAt() >= from && window.getEndsAt() < at)
            .map(then)
            .filter(Objects::nonNull)
            .mapToDouble(Float::doubleValue)
            .average();
    return mean.isPresent() ? Optional.of(now - mean.getAsDouble()) : Optional.empty();
  }

  /** Remembers a scored window, and forgets those that no span reaches. */
  static void add(EscalationState state, SmoothedEmotion smoothed, long endsAt) {
    if (state.getFirstScoredAt() == null) {
      state.setFirstScoredAt(endsAt);
    }
    List<ScoredWindow> recent = new ArrayList<>(state.getRecent());
    recent.removeIf(window -> window.getEndsAt() < endsAt - LONGEST_MS);
    recent.add(
        new ScoredWindow(
            endsAt, Moments.anger(smoothed), smoothed.getValence(), smoothed.getArousal()));
    state.setRecent(recent);
  }
}

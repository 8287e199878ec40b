package io.temperline.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;

/** Where a call stands with a rule; with one that is not named it has nothing going. */
public sealed interface RuleState {

  /** It holds, but not yet for long enough. */
  record Pending(Hold hold) implements RuleState {}

  /**
   * It fires.
   *
   * @param told the last told value of its {@code updates}; empty while none was known
   * @param calm how long it has been calm
   * @param annotations as last told
   * @param values the figures that its expressions name, as last known; see {@link Evidence}
   */
  record Firing(
      Alert alert,
      Hold hold,
      OptionalDouble told,
      Duration calm,
      Map<String, String> annotations,
      Map<String, Object> values)
      implements RuleState {

    public Firing {
      annotations = Ordered.copyOf(annotations);
      values = Ordered.copyOf(values);
    }
  }

  /** It has cleared and rests until that moment of event time. */
  record Cooling(Instant until) implements RuleState {}
}

package io.temperline.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A call at one of its windows.
 *
 * @param at the window's end, in event time
 * @param hop the time that the window adds to what holds, above 0
 * @param scored whether emotion was heard in the window
 * @param window its number on the call's grid
 * @param values what is known, by the names of {@link Figure} and in their Java types; what is not
 *     known is left out, and a number that is NaN counts as left out
 */
public record Moment(
    Instant at, Duration hop, boolean scored, long window, Map<String, Object> values) {

  /**
   * @throws IllegalArgumentException where the hop is not positive, a value is of no figure or not
   *     of its type
   */
  public Moment {
    if (hop.isNegative() || hop.isZero()) {
      throw new IllegalArgumentException("hop must be above 0, not " + hop);
    }
    values = known(values);
  }

  Optional<Object> value(String figure) {
    return Optional.ofNullable(values.get(figure));
  }

  private static Map<String, Object> known(Map<String, Object> values) {
    Map<String, Object> known = new HashMap<>();
    values.forEach(
        (name, value) -> {
          check(name, value);
          if (!(value instanceof Double number && number.isNaN())) {
            known.put(name, value instanceof Map<?, ?> map ? Map.copyOf(map) : value);
          }
        });
    return Map.copyOf(known);
  }

  private static void check(String name, Object value) {
    Figure figure =
        Figure.named(name)
            .filter(named -> !named.inAnnotationsOnly())
            .orElseThrow(() -> new IllegalArgumentException("a call has no figure " + name));
    if (!figure.type().admits(value)) {
      throw new IllegalArgumentException(
          "%s must be a %s, not %s".formatted(name, figure.type().inRules(), value));
    }
  }
}

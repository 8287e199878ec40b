package io.temperline.rules;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a step rests on.
 *
 * @param values the known ones of the figures that the rule's expressions name, and only these, in
 *     the Java types of {@link FigureType}; an entry of a map is under a name of its own, as {@code
 *     emotions["sad"]}
 * @param level value of {@code updates} as last known; empty where none is
 * @param peak highest value of {@code updates} since the rule began to hold; empty where none is
 *     known
 * @param held time of the windows in which the rule held
 * @param firstWindow the first window in which it held
 * @param lastWindow the last window that counted
 */
public record Evidence(
    Map<String, Object> values,
    OptionalDouble level,
    OptionalDouble peak,
    Duration held,
    long firstWindow,
    long lastWindow) {

  public Evidence {
    values = Ordered.copyOf(values);
  }

  static Evidence of(Hold hold, Map<String, Object> values) {
    return new Evidence(
        values, hold.level(), hold.peak(), hold.held(), hold.firstWindow(), hold.lastWindow());
  }
}

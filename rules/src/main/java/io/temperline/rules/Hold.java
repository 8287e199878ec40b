package io.temperline.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a rule has held so far.
 *
 * @param since end of the first window in which it held
 * @param firstWindow that window
 * @param lastWindow the last window that counted
 * @param held time of the windows in which it held
 * @param level value of its {@code updates} as last known; empty while none was
 * @param peak highest such value; empty while none was known
 */
public record Hold(
    Instant since,
    long firstWindow,
    long lastWindow,
    Duration held,
    OptionalDouble level,
    OptionalDouble peak) {

  static Hold beginningAt(Moment moment) {
    return new Hold(
        moment.at(),
        moment.window(),
        moment.window(),
        Duration.ZERO,
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  /** After a window that counts; {@code held} tells whether the rule held in it. */
  Hold after(Moment moment, boolean held, Optional<Double> value) {
    return new Hold(
        since,
        firstWindow,
        moment.window(),
        held ? this.held.plus(moment.hop()) : this.held,
        value.map(OptionalDouble::of).orElse(level),
        value.map(v -> OptionalDouble.of(Math.max(v, peak.orElse(v)))).orElse(peak));
  }
}

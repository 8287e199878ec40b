package io.temperline.speech.training;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.random.RandomGenerator;

/** Numbers from {@code lowest} to {@code highest}; in files {@code [lowest, highest]}. */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Range(double lowest, double highest) {

  public Range {
    if (!(lowest <= highest)) {
      throw new IllegalArgumentException(
          "a range goes from the lower number to the higher one, not from %s to %s"
              .formatted(lowest, highest));
    }
  }

  /** One of them by chance, each as likely. */
  double draw(RandomGenerator random) {
    return lowest + random.nextDouble() * (highest - lowest);
  }

  void requireWithin(double least, double most, String name) {
    requireWithin(lowest, least, most, name);
    requireWithin(highest, least, most, name);
  }

  /**
   * @throws IllegalArgumentException where a value lies outside its bounds
   */
  static void requireWithin(double value, double least, double most, String name) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s, not %s".formatted(name, least, most, value));
    }
  }
}

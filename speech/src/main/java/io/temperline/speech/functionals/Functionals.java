package io.temperline.speech.functionals;

import java.util.Arrays;

/**
 * What a series of values is like as a whole. Moments are those of the population, as scipy's
 * {@code stats.skew} and {@code kurtosis} have them by default; both are 0 where all values are
 * equal.
 *
 * @param mean in the values' unit
 * @param standardDeviation in the values' unit
 * @param skewness third standardised moment: 0 for what is symmetric
 * @param kurtosis fourth standardised moment less 3: 0 for a normal distribution
 * @param slope rise per value of the straight line that fits best
 */
public record Functionals(
    double mean, double standardDeviation, double skewness, double kurtosis, double slope) {

  /**
   * @param values at least one
   */
  public static Functionals of(float[] values) {
    requireValues(values);
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double deviation = Math.sqrt(moment(values, mean, 2));
    boolean flat = deviation <= 1e-12 * Math.abs(mean);
    return new Functionals(
        mean,
        deviation,
        flat ? 0 : moment(values, mean, 3) / Math.pow(deviation, 3),
        flat ? 0 : moment(values, mean, 4) / Math.pow(deviation, 4) - 3,
        slope(values, mean));
  }

  /**
   * What a share of the values lies below, with a straight line between values, as numpy's {@code
   * percentile} has it.
   *
   * @param values at least one, in any order
   * @param percent 0 for the least value to 100 for the largest
   */
  public static double percentile(float[] values, double percent) {
    requireValues(values);
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("a percentile is from 0 to 100, not " + percent);
    }
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = percent / 100 * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * ((double) sorted[above] - sorted[below]);
  }

  private static void requireValues(float[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("there are no functionals of no values");
    }
  }

  private static double moment(float[] values, double mean, int order) {
    double sum = 0;
    for (float value : values) {
      sum += Math.pow(value - mean, order);
    }
    return sum / values.length;
  }

  /** By least squares, the values being one apart. */
  private static double slope(float[] values, double mean) {
    double middle = (values.length - 1) / 2.0;
    double products = 0;
    double squares = 0;
    for (int i = 0; i < values.length; i++) {
      products += (i - middle) * (values[i] - mean);
      squares += (i - middle) * (i - middle);
    }
    return squares == 0 ? 0 : products / squares;
  }
}

package io.temperline.speech.evaluation;

import java.util.Arrays;

/**
 * Where a figure may lie.
 *
 * @param low its lower end
 * @param high its upper end, at least {@code low}
 */
public record Interval(double low, double high) {

  private static final double TAIL = 0.025;

  /** The middle 95 % of values, of which there is at least one. */
  static Interval middle95(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Interval(quantile(sorted, TAIL), quantile(sorted, 1 - TAIL));
  }

  /**
   * The quantile of sorted values, straight lines between them (definition 7 of Hyndman and Fan,
   * "Sample Quantiles in Statistical Packages", The American Statistician 50, 1996).
   */
  static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}

package io.temperline.standalone.bench;

import java.util.Arrays;

/** Latencies in milliseconds, as many as come. */
final class Latencies {

  private int[] values = new int[1024];
  private int count;

  synchronized void add(long ms) {
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = Math.toIntExact(ms);
  }

  /**
   * @param share of the latencies that lie at or below the one returned, (0, 1]
   * @return NaN where there is none
   */
  synchronized double percentile(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    int[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)];
  }
}

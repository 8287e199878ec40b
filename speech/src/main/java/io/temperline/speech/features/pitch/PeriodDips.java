package io.temperline.speech.features.pitch;

import io.temperline.speech.features.Autocorrelation;

/**
 * How unlike itself a frame is when moved by each period: YIN's cumulative mean normalised
 * difference (de Cheveigné and Kawahara 2002, eq. 8), small where the period is right. As in
 * librosa 0.11 the whole frame is compared with itself, the end of the moved one with silence, and
 * the difference at a period of one sample keeps the energy of the first. Not thread-safe.
 */
final class PeriodDips {

  private final int minPeriod;
  private final int maxPeriod;
  private final Autocorrelation correlation;
  private final double[] dips;

  PeriodDips(PitchRange range) {
    minPeriod = range.minPeriod();
    maxPeriod = range.maxPeriod();
    correlation = new Autocorrelation(range.frameLength());
    dips = new double[maxPeriod - minPeriod + 1];
  }

  /** Periods looked at. */
  int size() {
    return dips.length;
  }

  void compute(float[] frame) {
    correlation.compute(frame);
    double energyOfMoved = 0;
    double sum = 0;
    for (int period = 1; period <= maxPeriod; period++) {
      double difference = 2 * (correlation.at(0) - correlation.at(period)) - energyOfMoved;
      energyOfMoved += (double) frame[period] * frame[period];
      if (period == 1) {
        energyOfMoved += (double) frame[0] * frame[0];
      }
      sum += difference;
      if (period >= minPeriod) {
        dips[period - minPeriod] = difference / (sum / period + Double.MIN_NORMAL);
      }
    }
  }

  double depth(int index) {
    return dips[index];
  }

  /** Whether the value is below its left neighbour and not above its right one. */
  boolean isDip(int index) {
    boolean belowNext = index == dips.length - 1 || dips[index] <= dips[index + 1];
    if (index == 0) {
      return dips.length > 1 && dips[0] < dips[1];
    }
    return dips[index] < dips[index - 1] && belowNext;
  }

  int deepest() {
    int deepest = 0;
    for (int i = 1; i < dips.length; i++) {
      if (dips[i] < dips[deepest]) {
        deepest = i;
      }
    }
    return deepest;
  }

  /** The period in samples, refined by a parabola through the value and its neighbours. */
  double period(int index) {
    if (index == 0 || index == dips.length - 1) {
      return minPeriod + index;
    }
    double curvature = dips[index + 1] + dips[index - 1] - 2 * dips[index];
    double slope = (dips[index + 1] - dips[index - 1]) / 2;
    double shift = Math.abs(slope) < Math.abs(curvature) ? -slope / curvature : 0;
    return minPeriod + index + shift;
  }
}

package io.temperline.speech.features.pitch;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * How unlike itself a frame is when moved by each period: YIN's cumulative mean normalised
 * difference (de Cheveigné and Kawahara 2002, eq. 8), small where the period is right. As in
 * librosa 0.11 the whole frame is compared with itself, the end of the moved one with silence, and
 * the difference at a period of one sample keeps the energy of the first. Not thread-safe.
 */
final class PeriodDips {

  private final int minPeriod;
  private final int maxPeriod;
  private final DoubleFFT_1D fft;
  private final double[] correlation;
  private final double[] dips;

  PeriodDips(PitchRange range) {
    minPeriod = range.minPeriod();
    maxPeriod = range.maxPeriod();
    int size = Integer.highestOneBit(2 * range.frameLength() - 1) * 2;
    fft = new DoubleFFT_1D(size);
    correlation = new double[size];
    dips = new double[maxPeriod - minPeriod + 1];
  }

  /** Periods looked at. */
  int size() {
    return dips.length;
  }

  void compute(float[] frame) {
    correlate(frame);
    double energyOfMoved = 0;
    double sum = 0;
    for (int period = 1; period <= maxPeriod; period++) {
      double difference = 2 * (correlation[0] - correlation[period]) - energyOfMoved;
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

  /** The autocorrelation, as the inverse transform of the power spectrum. */
  private void correlate(float[] frame) {
    Arrays.fill(correlation, 0);
    for (int i = 0; i < frame.length; i++) {
      correlation[i] = frame[i];
    }
    fft.realForward(correlation);
    correlation[0] *= correlation[0];
    correlation[1] *= correlation[1];
    for (int i = 2; i < correlation.length; i += 2) {
      double re = correlation[i];
      double im = correlation[i + 1];
      correlation[i] = re * re + im * im;
      correlation[i + 1] = 0;
    }
    fft.realInverse(correlation, true);
  }
}

package io.temperline.speech.augmentation;

import io.temperline.speech.audio.TelephoneLine;
import java.util.random.RandomGenerator;

/**
 * Lets only 300 to 3400 Hz through, the band of classical telephony (ITU-T G.712): a linear-phase
 * filter of {@value #TAPS} taps by the window method with Hamming's window (Oppenheim and Schafer,
 * Discrete-Time Signal Processing, 3rd ed., ch. 7.5), half its height at the band's edges, without
 * delay. Nothing is random.
 */
public final class TelephoneBand implements Augmentation {

  static final int TAPS = 201;

  private static final double LOW_HZ = 300;
  private static final double HIGH_HZ = 3_400;

  private final double[] taps = new double[TAPS];

  public TelephoneBand() {
    for (int i = 0; i < TAPS; i++) {
      int distance = i - TAPS / 2;
      double hamming = 0.54 + 0.46 * Math.cos(2 * Math.PI * distance / (TAPS - 1));
      taps[i] = hamming * (lowPass(HIGH_HZ, distance) - lowPass(LOW_HZ, distance));
    }
  }

  @Override
  public float[] apply(float[] samples, RandomGenerator random) {
    float[] filtered = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      int from = Math.max(0, i - TAPS / 2);
      int to = Math.min(samples.length - 1, i + TAPS / 2);
      double sum = 0;
      for (int j = from; j <= to; j++) {
        sum += taps[j - i + TAPS / 2] * samples[j];
      }
      filtered[i] = (float) sum;
    }
    return filtered;
  }

  private static double lowPass(double hertz, int distance) {
    double cutoff = 2 * hertz / TelephoneLine.SAMPLE_RATE;
    double x = Math.PI * distance;
    return distance == 0 ? cutoff : Math.sin(cutoff * x) / x;
  }
}

package io.temperline.speech.preprocessing;

import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Takes steady noise off a signal: frame by frame, the noise's power is subtracted from the power
 * spectrum (Boll 1979), more than once over, and never below a share of the noise, so that what is
 * left does not tinkle (Berouti, Schwartz and Makhoul 1979). The phase stays. Frames overlap by
 * half under a periodic Hann window's root, before and after, which sum up to the signal again.
 *
 * <p>What the noise is like is heard from a stretch without speech, so that this is for whole
 * signals. Not thread-safe.
 */
public final class SpectralSubtraction {

  private static final double OVER_SUBTRACTION = 2;
  private static final double FLOOR = 0.02;

  private final int size;
  private final double[] window;
  private final DoubleFFT_1D fft;
  private final double[] packed;
  private final double[] noisePower;

  /**
   * @param size samples of a frame, even: 256 is good at 8 kHz
   * @param noise a stretch of nothing but noise, at least a frame long
   */
  public SpectralSubtraction(int size, float[] noise) {
    if (size < 2 || size % 2 != 0 || noise.length < size) {
      throw new IllegalArgumentException(
          "a frame is even, and noise at least as long, not " + size + " and " + noise.length);
    }
    this.size = size;
    window = rootOfHann(size);
    fft = new DoubleFFT_1D(size);
    packed = new double[size];
    noisePower = meanPower(noise);
  }

  /** The signal with less noise, as a new array of the same length. */
  public float[] reduce(float[] samples) {
    double[] sum = new double[samples.length + 2 * size];
    for (int start = -size / 2; start < samples.length; start += size / 2) {
      transform(samples, start);
      subtract();
      fft.realInverse(packed, true);
      for (int i = 0; i < size; i++) {
        sum[start + size + i] += packed[i] * window[i];
      }
    }
    float[] reduced = new float[samples.length];
    for (int i = 0; i < reduced.length; i++) {
      reduced[i] = (float) sum[i + size];
    }
    return reduced;
  }

  private void transform(float[] samples, int start) {
    for (int i = 0; i < size; i++) {
      int at = start + i;
      packed[i] = at < 0 || at >= samples.length ? 0 : samples[at] * window[i];
    }
    fft.realForward(packed);
  }

  private void subtract() {
    packed[0] *= gain(packed[0] * packed[0], noisePower[0]);
    packed[1] *= gain(packed[1] * packed[1], noisePower[size / 2]);
    for (int k = 1; k < size / 2; k++) {
      double gain = gain(power(k), noisePower[k]);
      packed[2 * k] *= gain;
      packed[2 * k + 1] *= gain;
    }
  }

  private static double gain(double power, double noise) {
    double left = Math.max(power - OVER_SUBTRACTION * noise, FLOOR * Math.min(power, noise));
    return power == 0 ? 0 : Math.sqrt(left / power);
  }

  private double[] meanPower(float[] noise) {
    double[] mean = new double[size / 2 + 1];
    int frames = (noise.length - size) / (size / 2) + 1;
    for (int frame = 0; frame < frames; frame++) {
      transform(noise, frame * size / 2);
      mean[0] += packed[0] * packed[0] / frames;
      mean[size / 2] += packed[1] * packed[1] / frames;
      for (int k = 1; k < size / 2; k++) {
        mean[k] += power(k) / frames;
      }
    }
    return mean;
  }

  private double power(int k) {
    return packed[2 * k] * packed[2 * k] + packed[2 * k + 1] * packed[2 * k + 1];
  }

  private static double[] rootOfHann(int size) {
    double[] window = new double[size];
    for (int i = 0; i < size; i++) {
      window[i] = Math.sin(Math.PI * i / size);
    }
    return window;
  }
}

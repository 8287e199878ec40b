package io.temperline.speech.audio;

import java.util.Arrays;

/**
 * Changes the rate of one channel as it comes in: a polyphase FIR filter (Vaidyanathan, Multirate
 * Systems and Filter Banks, 1993, ch. 4) with a Kaiser window, flat to 90 % of the lower rate's
 * Nyquist frequency and 70 dB down from there on.
 *
 * <p>Output n is a function of the input up to position n · from / to and of nothing else, so it is
 * there as soon as that input is, whatever the chunks, and after N samples of input exactly ceil(N
 * · to / from) have come out. Before the first sample there is silence. The filter delays the sound
 * by half its length, at most 6 ms at the rates of recordings. A resampler that starts at input
 * position p, p a multiple of {@link #period()}, gives bit for bit the samples of one that started
 * at 0, from the first output on whose filter reaches no further back than p: after {@link
 * #memory()} samples of input.
 *
 * <p>Equal rates pass through untouched. Not thread-safe.
 */
public final class Resampler {

  private static final double PASS_BAND = 0.9;
  private static final double STOP_BAND_DB = 70;

  /** Kaiser's choice for the stop band. */
  private static final double KAISER_BETA = 0.1102 * (STOP_BAND_DB - 8.7);

  private static final double BESSEL_I0_OF_BETA = besselI0(KAISER_BETA);

  private final int interpolation;
  private final int decimation;
  private final float[][] phases;

  /** The last {@code phases[0].length - 1} samples before the next chunk. */
  private final float[] past;

  private float[] window = new float[0];

  /** The next output's position after the next chunk's first sample, in 1/interpolation samples. */
  private long next;

  /**
   * @param fromRate samples per second that come in, 8,000 to 48,000
   * @param toRate samples per second that go out, 8,000 to 48,000
   */
  public Resampler(int fromRate, int toRate) {
    requireUsable(fromRate);
    requireUsable(toRate);
    int divisor = greatestCommonDivisor(fromRate, toRate);
    interpolation = toRate / divisor;
    decimation = fromRate / divisor;
    phases = fromRate == toRate ? new float[][] {{1}} : designPhases(fromRate, toRate);
    past = new float[phases[0].length - 1];
  }

  /** Input samples after which the pattern of output positions repeats. */
  public int period() {
    return decimation;
  }

  /** How many input samples before an output's own still weigh in it. */
  public int memory() {
    return past.length;
  }

  /** Forgets what came: the next sample is the first of a new stretch, with silence before it. */
  public void restart() {
    Arrays.fill(past, 0);
    next = 0;
  }

  /**
   * Takes the next samples.
   *
   * @return a new array with the output that they complete, possibly empty
   */
  public float[] push(float[] samples) {
    if (interpolation == decimation) {
      return samples.clone();
    }
    float[] input = joinPast(samples);
    float[] output = new float[outputsIn(samples.length)];
    for (int i = 0; i < output.length; i++) {
      output[i] = filter(phases[(int) (next % interpolation)], input, (int) (next / interpolation));
      next += decimation;
    }
    next -= (long) samples.length * interpolation;
    System.arraycopy(input, samples.length, past, 0, past.length);
    return output;
  }

  private float[] joinPast(float[] samples) {
    int length = past.length + samples.length;
    if (window.length < length) {
      window = new float[length];
    }
    System.arraycopy(past, 0, window, 0, past.length);
    System.arraycopy(samples, 0, window, past.length, samples.length);
    return window;
  }

  private int outputsIn(int samples) {
    long end = (long) samples * interpolation;
    return next >= end ? 0 : Math.toIntExact((end - next + decimation - 1) / decimation);
  }

  /** Four sums, always in this order: quick, and the same to the last bit in every chunking. */
  private static float filter(float[] taps, float[] input, int from) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int i = 0; i < taps.length; i += 4) {
      a += taps[i] * input[from + i];
      b += taps[i + 1] * input[from + i + 1];
      c += taps[i + 2] * input[from + i + 2];
      d += taps[i + 3] * input[from + i + 3];
    }
    return (a + b) + (c + d);
  }

  /**
   * Phase p's taps weigh the input from the oldest to the newest for an output that lies p /
   * interpolation samples after the newest. Every phase passes a constant as it is.
   */
  private static float[][] designPhases(int fromRate, int toRate) {
    int interpolation = toRate / greatestCommonDivisor(fromRate, toRate);
    double nyquist = Math.min(fromRate, toRate) / 2.0 / fromRate;
    double transition = (1 - PASS_BAND) * nyquist;
    double cutoff = nyquist - transition / 2;
    int length = roundUpToFour(kaiserLength(transition));
    float[][] phases = new float[interpolation][length];
    for (int p = 0; p < interpolation; p++) {
      double[] taps = new double[length];
      for (int i = 0; i < length; i++) {
        double distance = i - (length - 1) / 2.0 - (p + 0.5) / interpolation + 0.5;
        taps[i] = sinc(2 * cutoff * distance) * kaiser(distance / (length / 2.0));
      }
      double sum = Arrays.stream(taps).sum();
      for (int i = 0; i < length; i++) {
        phases[p][i] = (float) (taps[i] / sum);
      }
    }
    return phases;
  }

  /** Kaiser's estimate of the taps that a transition band of so many cycles per sample needs. */
  private static int kaiserLength(double transition) {
    return (int) Math.ceil((STOP_BAND_DB - 7.95) / (14.36 * transition)) + 1;
  }

  private static int roundUpToFour(int value) {
    return (value + 3) / 4 * 4;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }

  /** The Kaiser window at x of [-1, 1]. */
  private static double kaiser(double x) {
    return besselI0(KAISER_BETA * Math.sqrt(1 - x * x)) / BESSEL_I0_OF_BETA;
  }

  private static double besselI0(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= (x / 2 / k) * (x / 2 / k);
      sum += term;
    }
    return sum;
  }

  private static int greatestCommonDivisor(int a, int b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  private static void requireUsable(int rate) {
    if (rate < Recordings.LOWEST_RATE || rate > Recordings.HIGHEST_RATE) {
      throw new IllegalArgumentException(
          "A sample rate of " + rate + " Hz is outside 8000 to 48000 Hz");
    }
  }
}

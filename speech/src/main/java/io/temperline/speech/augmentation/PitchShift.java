package io.temperline.speech.augmentation;

import io.temperline.speech.audio.TelephoneLine;
import java.util.random.RandomGenerator;

/**
 * Makes a voice higher or lower at the same pace: stretched by WSOLA ({@link TimeStretch}) and then
 * read faster or slower by as much, through a windowed sinc that keeps what would alias out (Smith
 * and Gossett, "A flexible sampling-rate conversion method", ICASSP 1984). Formants move along, as
 * with a shorter or longer throat.
 *
 * @param lowest change in semitones, drawn evenly from here
 * @param highest to here, at least {@code lowest}
 * @param sampleRate samples per second of what is shifted
 */
public record PitchShift(double lowest, double highest, int sampleRate) implements Augmentation {

  private static final int REACH = 16;

  public PitchShift {
    if (!(lowest <= highest)) {
      throw new IllegalArgumentException("a shift by " + lowest + " to " + highest + " semitones");
    }
  }

  /** For sound at 8 kHz. */
  public PitchShift(double lowest, double highest) {
    this(lowest, highest, TelephoneLine.SAMPLE_RATE);
  }

  @Override
  public float[] apply(float[] samples, RandomGenerator random) {
    return shifted(samples, lowest + random.nextDouble() * (highest - lowest), sampleRate);
  }

  static float[] shifted(float[] samples, double semitones) {
    return shifted(samples, semitones, TelephoneLine.SAMPLE_RATE);
  }

  private static float[] shifted(float[] samples, double semitones, int sampleRate) {
    double speed = Math.pow(2, semitones / 12);
    return read(TimeStretch.stretched(samples, speed, sampleRate), speed, samples.length);
  }

  private static float[] read(float[] samples, double speed, int length) {
    double cutoff = Math.min(1, 1 / speed);
    int reach = (int) Math.ceil(REACH / cutoff);
    float[] read = new float[length];
    for (int i = 0; i < length; i++) {
      double position = i * speed;
      int from = Math.max(0, (int) position - reach + 1);
      int to = Math.min(samples.length - 1, (int) position + reach);
      double sum = 0;
      for (int j = from; j <= to; j++) {
        sum += samples[j] * kernel(j - position, cutoff, reach);
      }
      read[i] = (float) sum;
    }
    return read;
  }

  /** A sinc that passes up to a share of the Nyquist frequency, under Hann's window. */
  private static double kernel(double distance, double cutoff, int reach) {
    double x = Math.PI * cutoff * distance;
    double sinc = Math.abs(x) < 1e-9 ? 1 : Math.sin(x) / x;
    return cutoff * sinc * (0.5 + 0.5 * Math.cos(Math.PI * distance / reach));
  }
}

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
      read[i] = (float) weighted(samples, from, to, position, cutoff, reach);
    }
    return read;
  }

  /**
   * Samples under a sinc that passes up to a share of the Nyquist frequency, under Hann's window.
   * Both turn by the same angle from sample to sample, so that only the first costs sines.
   */
  private static double weighted(
      float[] samples, int from, int to, double position, double cutoff, int reach) {
    double sinTurn = Math.sin(Math.PI * cutoff);
    double cosTurn = Math.cos(Math.PI * cutoff);
    double sinHannTurn = Math.sin(Math.PI / reach);
    double cosHannTurn = Math.cos(Math.PI / reach);
    double x = Math.PI * cutoff * (from - position);
    double sin = Math.sin(x);
    double cos = Math.cos(x);
    double sinHann = Math.sin(Math.PI * (from - position) / reach);
    double cosHann = Math.cos(Math.PI * (from - position) / reach);
    double sum = 0;
    for (int j = from; j <= to; j++) {
      double sinc = Math.abs(x) < 1e-9 ? 1 : sin / x;
      sum += samples[j] * cutoff * sinc * (0.5 + 0.5 * cosHann);
      x += Math.PI * cutoff;
      double nextSin = sin * cosTurn + cos * sinTurn;
      cos = cos * cosTurn - sin * sinTurn;
      sin = nextSin;
      double nextSinHann = sinHann * cosHannTurn + cosHann * sinHannTurn;
      cosHann = cosHann * cosHannTurn - sinHann * sinHannTurn;
      sinHann = nextSinHann;
    }
    return sum;
  }
}

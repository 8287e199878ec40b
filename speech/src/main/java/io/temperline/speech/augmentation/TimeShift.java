package io.temperline.speech.augmentation;

import io.temperline.speech.audio.TelephoneLine;
import java.util.random.RandomGenerator;

/**
 * Moves a sound to and fro; what leaves at one end is gone, and silence follows at the other.
 *
 * @param seconds farthest move either way, at least 0
 * @param sampleRate samples per second of what is moved
 */
public record TimeShift(double seconds, int sampleRate) implements Augmentation {

  public TimeShift {
    if (!(seconds >= 0)) {
      throw new IllegalArgumentException("a shift by up to " + seconds + " s");
    }
  }

  /** For sound at 8 kHz. */
  public TimeShift(double seconds) {
    this(seconds, TelephoneLine.SAMPLE_RATE);
  }

  @Override
  public float[] apply(float[] samples, RandomGenerator random) {
    int farthest = (int) Math.round(seconds * sampleRate);
    return shifted(samples, random.nextInt(2 * farthest + 1) - farthest);
  }

  /**
   * @param by samples, later where above 0
   */
  static float[] shifted(float[] samples, int by) {
    float[] shifted = new float[samples.length];
    int kept = samples.length - Math.abs(by);
    if (kept > 0) {
      System.arraycopy(samples, Math.max(0, -by), shifted, Math.max(0, by), kept);
    }
    return shifted;
  }
}

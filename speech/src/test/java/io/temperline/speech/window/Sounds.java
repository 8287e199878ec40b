package io.temperline.speech.window;

import java.util.Random;

/** Sounds of a channel at 8 kHz. */
final class Sounds {

  static final int SECOND = 8000;

  private Sounds() {}

  static float[] silence(double seconds) {
    return new float[(int) (seconds * SECOND)];
  }

  /** White noise of the level. */
  static float[] noise(double seconds, double dbfs) {
    Random random = new Random(7);
    float[] samples = silence(seconds);
    double rms = Math.pow(10, dbfs / 20);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (random.nextGaussian() * rms);
    }
    return samples;
  }

  /** Something like speech: syllables of 200 ms at the level, with pauses of 100 ms between. */
  static float[] syllables(double seconds, double dbfs) {
    float[] samples = noise(seconds, dbfs);
    for (int i = 0; i < samples.length; i++) {
      if (i % (SECOND * 3 / 10) >= SECOND / 5) {
        samples[i] = 0;
      }
    }
    return samples;
  }

  static float[] mix(float[] a, float[] b) {
    float[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  static float[] join(float[]... parts) {
    int length = 0;
    for (float[] part : parts) {
      length += part.length;
    }
    float[] joined = new float[length];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }
}

package io.temperline.speech.preprocessing;

import java.util.Arrays;

/** Makes signals equally long. */
public final class FixedLength {

  private FixedLength() {}

  /** The signal's beginning, or all of it with zeros after it, as a new array. */
  public static float[] fromStart(float[] samples, int length) {
    return Arrays.copyOf(samples, length);
  }

  /** The signal's middle, or all of it with zeros on both sides, as a new array. */
  public static float[] centred(float[] samples, int length) {
    float[] fitted = new float[length];
    int surplus = samples.length - length;
    int from = Math.max(0, surplus / 2);
    int to = Math.max(0, -surplus / 2);
    System.arraycopy(samples, from, fitted, to, Math.min(samples.length, length));
    return fitted;
  }
}

package io.temperline.speech.features;

/** Root mean square. */
public final class Rms {

  private Rms() {}

  /**
   * The root mean square of samples [{@code offset}, {@code offset + length}), in the samples'
   * unit.
   */
  public static float of(float[] samples, int offset, int length) {
    return (float) Math.sqrt(energy(samples, offset, length) / length);
  }

  /** The sum of the squares of samples [{@code offset}, {@code offset + length}). */
  public static double energy(float[] samples, int offset, int length) {
    double sum = 0;
    for (int i = offset; i < offset + length; i++) {
      sum += (double) samples[i] * samples[i];
    }
    return sum;
  }
}

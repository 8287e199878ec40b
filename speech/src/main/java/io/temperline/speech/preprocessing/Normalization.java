package io.temperline.speech.preprocessing;

/** Brings whole signals to one scale. Results are new arrays; digital silence stays as it is. */
public final class Normalization {

  private Normalization() {}

  /**
   * Scales a signal so that its largest sample, of either sign, has this magnitude.
   *
   * @param peak positive, 1 for full scale
   */
  public static float[] peak(float[] samples, float peak) {
    float largest = 0;
    for (float sample : samples) {
      largest = Math.max(largest, Math.abs(sample));
    }
    return scaled(samples, 0, largest == 0 ? 1 : peak / (double) largest);
  }

  /** Shifts and scales a signal to a mean of 0 and a variance of 1, that of the population. */
  public static float[] meanAndVariance(float[] samples) {
    double sum = 0;
    for (float sample : samples) {
      sum += sample;
    }
    double mean = sum / samples.length;
    double squares = 0;
    for (float sample : samples) {
      squares += (sample - mean) * (sample - mean);
    }
    double deviation = Math.sqrt(squares / samples.length);
    return scaled(samples, mean, deviation == 0 ? 1 : 1 / deviation);
  }

  private static float[] scaled(float[] samples, double offset, double scale) {
    float[] scaled = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      scaled[i] = (float) ((samples[i] - offset) * scale);
    }
    return scaled;
  }
}

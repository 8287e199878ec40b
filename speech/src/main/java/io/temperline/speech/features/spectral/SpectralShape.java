package io.temperline.speech.features.spectral;

import io.temperline.speech.features.FrameFunction;

/**
 * Where a magnitude spectrum has its weight, and how wide: the magnitudes, made to sum to one, as a
 * distribution over frequency. Definitions, and 0 Hz for digital silence, are librosa's ({@code
 * feature.spectral_centroid}, {@code spectral_bandwidth} with p = 2, {@code spectral_rolloff}).
 */
public final class SpectralShape {

  private final double hzPerBin;

  /**
   * @param sampleRate samples per second
   * @param fftSize length of the Fourier transform in samples
   */
  public SpectralShape(int sampleRate, int fftSize) {
    hzPerBin = (double) sampleRate / fftSize;
  }

  /** A step: a magnitude spectrum to its mean frequency in Hz. */
  public FrameFunction centroid() {
    return (magnitudes, out) -> out[0] = (float) centroid(magnitudes);
  }

  /** A step: a magnitude spectrum to the standard deviation of its frequency in Hz. */
  public FrameFunction bandwidth() {
    return (magnitudes, out) -> out[0] = (float) bandwidth(magnitudes);
  }

  /**
   * A step: a magnitude spectrum to the lowest bin's frequency in Hz up to which at least a share
   * of the magnitude lies.
   *
   * @param share between 0 and 1
   */
  public FrameFunction rolloff(double share) {
    return (magnitudes, out) -> out[0] = (float) rolloff(magnitudes, share);
  }

  private double centroid(float[] magnitudes) {
    double sum = 0;
    double weighted = 0;
    for (int k = 0; k < magnitudes.length; k++) {
      sum += magnitudes[k];
      weighted += k * hzPerBin * magnitudes[k];
    }
    return sum < Float.MIN_NORMAL ? 0 : weighted / sum;
  }

  private double bandwidth(float[] magnitudes) {
    double centroid = centroid(magnitudes);
    double sum = 0;
    double weighted = 0;
    for (int k = 0; k < magnitudes.length; k++) {
      double deviation = k * hzPerBin - centroid;
      sum += magnitudes[k];
      weighted += deviation * deviation * magnitudes[k];
    }
    return sum < Float.MIN_NORMAL ? 0 : Math.sqrt(weighted / sum);
  }

  private double rolloff(float[] magnitudes, double share) {
    double sum = 0;
    for (float magnitude : magnitudes) {
      sum += magnitude;
    }
    double threshold = share * sum;
    int bin = 0;
    for (double below = magnitudes[0]; below < threshold; below += magnitudes[bin]) {
      bin++;
    }
    return bin * hzPerBin;
  }
}

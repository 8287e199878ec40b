package io.temperline.speech.features.spectral;

import io.temperline.speech.features.Decibels;
import io.temperline.speech.features.FrameFunction;
import java.util.Arrays;

/**
 * Peaks against valleys in octave bands of a magnitude spectrum (Jiang et al. 2002), as librosa's
 * {@code feature.spectral_contrast} has them: band 0 lies below the lowest edge, band k between
 * edge · 2^(k-1) and edge · 2^k, the last one reaches up to half the sample rate. A band's peak and
 * valley are the means of its largest and smallest magnitudes, a quantile of them and one at least,
 * in 10 · log10.
 *
 * <p>This step writes all peaks and then all valleys, since librosa clips both at 80 dB below their
 * loudest before it takes the {@link #difference}. Not thread-safe.
 */
public final class SpectralContrast implements FrameFunction {

  private final int[] from;
  private final int[] to;
  private final int[] extremes;
  private final float[] sorted;

  /**
   * @param sampleRate samples per second
   * @param fftSize length of the Fourier transform in samples
   * @param octaves bands above the lowest
   * @param lowestEdge upper end of the lowest band in Hz
   * @param quantile share of a band's bins that count as peak, and as valley
   * @throws IllegalArgumentException if a band lies above half the sample rate or has no bin
   */
  public SpectralContrast(
      int sampleRate, int fftSize, int octaves, double lowestEdge, double quantile) {
    int bins = fftSize / 2 + 1;
    double hzPerBin = (double) sampleRate / fftSize;
    from = new int[octaves + 1];
    to = new int[octaves + 1];
    extremes = new int[octaves + 1];
    for (int band = 0; band <= octaves; band++) {
      double low = band == 0 ? 0 : lowestEdge * Math.pow(2, band - 1);
      double high = lowestEdge * Math.pow(2, band);
      int first = (int) Math.ceil(low / hzPerBin);
      int last = Math.min(bins - 1, (int) Math.floor(high / hzPerBin));
      requireBins(low, sampleRate / 2.0, first, last);
      // A band also has the bin below it; all but the last leave their own highest one out.
      from[band] = band == 0 ? first : first - 1;
      to[band] = band == octaves ? bins : last;
      int counted = (band == octaves ? bins : last + 1) - from[band];
      extremes[band] = (int) Math.max(1, Math.rint(quantile * counted));
      requireBins(low, sampleRate / 2.0, from[band], to[band] - 1);
    }
    sorted = new float[bins];
  }

  /** A step: what the two halves of a row differ by, peaks less valleys, in dB. */
  public static FrameFunction difference() {
    return (peaksAndValleys, contrast) -> {
      for (int band = 0; band < contrast.length; band++) {
        contrast[band] = peaksAndValleys[band] - peaksAndValleys[contrast.length + band];
      }
    };
  }

  @Override
  public void apply(float[] magnitudes, float[] peaksAndValleys) {
    for (int band = 0; band < from.length; band++) {
      int size = to[band] - from[band];
      System.arraycopy(magnitudes, from[band], sorted, 0, size);
      Arrays.sort(sorted, 0, size);
      int count = Math.min(extremes[band], size);
      peaksAndValleys[band] = decibelsOfMean(size - count, count);
      peaksAndValleys[from.length + band] = decibelsOfMean(0, count);
    }
  }

  private float decibelsOfMean(int first, int count) {
    double sum = 0;
    for (int i = first; i < first + count; i++) {
      sum += sorted[i];
    }
    return Decibels.ofPower((float) (sum / count));
  }

  private static void requireBins(double low, double nyquist, int first, int last) {
    if (low >= nyquist || last < first) {
      throw new IllegalArgumentException(
          "no bin of the spectrum lies in the band from "
              + low
              + " Hz: take fewer bands or a longer transform");
    }
  }
}

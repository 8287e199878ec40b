package io.temperline.speech.features;

/**
 * Triangular filters on the mel scale of Slaney's Auditory Toolbox (1998), which is linear below 1
 * kHz and logarithmic above, each of unit area over Hz: librosa's {@code filters.mel} with its
 * defaults. As a step: a power spectrum of fftSize / 2 + 1 bins to a value per band.
 */
public final class MelFilterBank implements FrameFunction {

  private static final double HZ_PER_MEL = 200.0 / 3;
  private static final double LOG_FROM_HZ = 1000;
  private static final double LOG_FROM_MEL = LOG_FROM_HZ / HZ_PER_MEL;
  private static final double LOG_STEP = Math.log(6.4) / 27;

  private final SparseRows filters;

  MelFilterBank(LogMelConfig config) {
    this(config.sampleRate(), config.fftSize(), config.bands(), config.fMin(), config.fMax());
  }

  /**
   * @param sampleRate samples per second
   * @param fftSize length of the Fourier transform in samples
   * @param bands number of bands
   * @param fMin lower edge of the lowest band in Hz
   * @param fMax upper edge of the highest band in Hz, above {@code fMin}
   * @throws IllegalArgumentException if a band lies outside the spectrum, or that has under 4 bins
   */
  public MelFilterBank(int sampleRate, int fftSize, int bands, double fMin, double fMax) {
    if (fMin < 0 || fMin >= fMax || fMax > sampleRate / 2.0) {
      throw new IllegalArgumentException(
          "mel bands lie between 0 and " + sampleRate / 2.0 + " Hz, not " + fMin + " and " + fMax);
    }
    double[] edges = edges(bands, fMin, fMax);
    double hzPerBin = (double) sampleRate / fftSize;
    float[][] rows = new float[bands][fftSize / 2 + 1];
    for (int band = 0; band < bands; band++) {
      for (int bin = 0; bin < rows[band].length; bin++) {
        rows[band][bin] =
            (float) triangle(bin * hzPerBin, edges[band], edges[band + 1], edges[band + 2]);
      }
    }
    filters = new SparseRows(rows);
  }

  @Override
  public void apply(float[] power, float[] mel) {
    apply(power, mel, 0);
  }

  /** Writes each band's weighted sum of the power spectrum. */
  void apply(float[] power, float[] into, int at) {
    filters.multiply(power, into, at);
  }

  private static double[] edges(int bands, double fMin, double fMax) {
    double low = toMel(fMin);
    double high = toMel(fMax);
    double[] edges = new double[bands + 2];
    for (int i = 0; i < edges.length; i++) {
      edges[i] = toHz(low + (high - low) * i / (edges.length - 1));
    }
    return edges;
  }

  private static double triangle(double hz, double low, double centre, double high) {
    double rising = (hz - low) / (centre - low);
    double falling = (high - hz) / (high - centre);
    double unitArea = 2 / (high - low);
    return Math.max(0, Math.min(rising, falling)) * unitArea;
  }

  private static double toMel(double hz) {
    return hz < LOG_FROM_HZ
        ? hz / HZ_PER_MEL
        : LOG_FROM_MEL + Math.log(hz / LOG_FROM_HZ) / LOG_STEP;
  }

  private static double toHz(double mel) {
    return mel < LOG_FROM_MEL
        ? mel * HZ_PER_MEL
        : LOG_FROM_HZ * Math.exp(LOG_STEP * (mel - LOG_FROM_MEL));
  }
}

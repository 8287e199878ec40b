package io.temperline.speech.features;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The autocorrelation of a frame with silence around it, as the inverse transform of its power
 * spectrum (Wiener and Khinchin). Not thread-safe. A frame costs no allocation.
 */
public final class Autocorrelation {

  private final int frameLength;
  private final DoubleFFT_1D fft;
  private final double[] values;

  /**
   * @param frameLength samples of a frame
   */
  public Autocorrelation(int frameLength) {
    this.frameLength = frameLength;
    // Twice the frame, so that its end does not wrap around onto its beginning.
    int size = Math.max(2, Integer.highestOneBit(2 * frameLength - 1) * 2);
    fft = new DoubleFFT_1D(size);
    values = new double[size];
  }

  public void compute(float[] frame) {
    for (int i = 0; i < frameLength; i++) {
      values[i] = frame[i];
    }
    correlate();
  }

  public void compute(double[] frame) {
    System.arraycopy(frame, 0, values, 0, frameLength);
    correlate();
  }

  /**
   * The sum of the products of all samples with those so many later.
   *
   * @param lag in samples, less than a frame
   */
  public double at(int lag) {
    return values[lag];
  }

  private void correlate() {
    Arrays.fill(values, frameLength, values.length, 0);
    fft.realForward(values);
    values[0] *= values[0];
    values[1] *= values[1];
    for (int i = 2; i < values.length; i += 2) {
      double re = values[i];
      double im = values[i + 1];
      values[i] = re * re + im * im;
      values[i + 1] = 0;
    }
    fft.realInverse(values, true);
  }
}

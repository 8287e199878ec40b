package io.temperline.speech.features.spectral;

import io.temperline.speech.features.FrameFunction;
import org.jtransforms.dct.DoubleDCT_1D;

/**
 * The first coefficients of the orthonormal DCT-II of a row. Of mel bands in decibels these are the
 * mel-frequency cepstral coefficients (Davis and Mermelstein 1980), as librosa's {@code
 * feature.mfcc} has them. Not thread-safe.
 */
public final class CosineTransform implements FrameFunction {

  private final DoubleDCT_1D transform;
  private final double[] row;

  /**
   * @param width length of a row
   * @param coefficients how many are wanted, at most {@code width}
   */
  public CosineTransform(int width, int coefficients) {
    if (coefficients > width) {
      throw new IllegalArgumentException(
          width + " bands have no more coefficients than that, not " + coefficients);
    }
    transform = new DoubleDCT_1D(width);
    row = new double[width];
  }

  @Override
  public void apply(float[] values, float[] coefficients) {
    for (int i = 0; i < row.length; i++) {
      row[i] = values[i];
    }
    transform.forward(row, true);
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = (float) row[i];
    }
  }
}

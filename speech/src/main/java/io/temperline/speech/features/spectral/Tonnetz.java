package io.temperline.speech.features.spectral;

import io.temperline.speech.features.FrameFunction;

/**
 * Tonal centroids of a chroma frame: the pitch classes' weights, made to sum to one, on the circles
 * of fifths, minor thirds and major thirds (Harte, Sandler and Gasser 2006), as librosa's {@code
 * feature.tonnetz} has them. Six values: sine and cosine of each circle; the thirds' within ±0.5
 * for the major ones, ±1 for the rest.
 */
public final class Tonnetz implements FrameFunction {

  /** Values per frame. */
  public static final int DIMENSIONS = 6;

  private static final double[] HALF_TURNS_PER_SEMITONE = {7 / 6.0, 3 / 2.0, 2 / 3.0};
  private static final double[] RADII = {1, 1, 0.5};

  private final double[][] weights = new double[DIMENSIONS][ChromaFilterBank.CLASSES];

  public Tonnetz() {
    for (int circle = 0; circle < RADII.length; circle++) {
      for (int pitchClass = 0; pitchClass < ChromaFilterBank.CLASSES; pitchClass++) {
        double angle = Math.PI * HALF_TURNS_PER_SEMITONE[circle] * pitchClass;
        weights[2 * circle][pitchClass] = RADII[circle] * Math.sin(angle);
        weights[2 * circle + 1][pitchClass] = RADII[circle] * Math.cos(angle);
      }
    }
  }

  @Override
  public void apply(float[] chroma, float[] centroids) {
    double sum = 0;
    for (float weight : chroma) {
      sum += weight;
    }
    double scale = sum < Float.MIN_NORMAL ? 1 : 1 / sum;
    for (int dimension = 0; dimension < DIMENSIONS; dimension++) {
      double centroid = 0;
      for (int pitchClass = 0; pitchClass < chroma.length; pitchClass++) {
        centroid += weights[dimension][pitchClass] * chroma[pitchClass] * scale;
      }
      centroids[dimension] = (float) centroid;
    }
  }
}

package io.temperline.speech.features;

/**
 * The first or second time derivative of each column, per frame: that of the line or parabola that
 * fits the frames around best. It is the filter of Savitzky and Golay (1964) with the order of the
 * polynomial equal to that of the derivative, as librosa's {@code feature.delta} takes it. The
 * derivative of such a polynomial is constant, so that the half-widths at both ends have the value
 * of the first and the last whole fit (scipy's mode "interp").
 *
 * <p>A frame comes out half a width later; the first ones when the first width is there.
 */
public final class Deltas implements FrameSink {

  private final double[] weights;
  private final float[][] ring;
  private final float[] derivative;
  private final FrameSink next;
  private long frames;

  /**
   * @param columns values per frame
   * @param width frames of a fit, odd, at least 3
   * @param order of the derivative, 1 or 2
   * @throws IllegalArgumentException if the width or the order is none
   */
  public Deltas(int columns, int width, int order, FrameSink next) {
    if (width < 3 || width % 2 == 0) {
      throw new IllegalArgumentException("a delta's width is odd and at least 3, not " + width);
    }
    if (order != 1 && order != 2) {
      throw new IllegalArgumentException("a delta's order is 1 or 2, not " + order);
    }
    weights = order == 1 ? slopeWeights(width) : curvatureWeights(width);
    ring = new float[width][columns];
    derivative = new float[columns];
    this.next = next;
  }

  @Override
  public void accept(float[] values) {
    System.arraycopy(values, 0, ring[(int) (frames % ring.length)], 0, values.length);
    frames++;
    if (frames >= ring.length) {
      fit();
      next.accept(derivative);
    }
    if (frames == ring.length) {
      repeatHalfAWidth();
    }
  }

  @Override
  public void end() {
    if (frames < ring.length) {
      throw new IllegalArgumentException(
          "deltas need at least " + ring.length + " frames and there are " + frames);
    }
    repeatHalfAWidth();
    next.end();
  }

  private void fit() {
    int oldest = (int) (frames % ring.length);
    for (int column = 0; column < derivative.length; column++) {
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        sum += weights[i] * ring[(oldest + i) % ring.length][column];
      }
      derivative[column] = (float) sum;
    }
  }

  private void repeatHalfAWidth() {
    for (int i = 0; i < ring.length / 2; i++) {
      next.accept(derivative);
    }
  }

  private static double[] slopeWeights(int width) {
    double squares = 0;
    for (int i = 0; i < width; i++) {
      squares += square(i - width / 2);
    }
    double[] weights = new double[width];
    for (int i = 0; i < width; i++) {
      weights[i] = (i - width / 2) / squares;
    }
    return weights;
  }

  /** Twice the weights of the parabola's leading coefficient. */
  private static double[] curvatureWeights(int width) {
    double mean = 0;
    for (int i = 0; i < width; i++) {
      mean += square(i - width / 2) / width;
    }
    double squares = 0;
    for (int i = 0; i < width; i++) {
      squares += square(square(i - width / 2) - mean);
    }
    double[] weights = new double[width];
    for (int i = 0; i < width; i++) {
      weights[i] = 2 * (square(i - width / 2) - mean) / squares;
    }
    return weights;
  }

  private static double square(double value) {
    return value * value;
  }
}

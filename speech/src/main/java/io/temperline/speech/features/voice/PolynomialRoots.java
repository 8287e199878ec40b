package io.temperline.speech.features.voice;

/**
 * All complex roots of a real polynomial at once, by the iteration of Weierstrass (1891), Durand
 * (1960) and Kerner (1966). Not thread-safe.
 */
final class PolynomialRoots {

  private static final int STEPS = 200;
  private static final double SETTLED = 1e-12;

  private final double[] re;
  private final double[] im;

  PolynomialRoots(int degree) {
    re = new double[degree];
    im = new double[degree];
  }

  /**
   * @param coefficients from the highest power's, which is 1, to the constant
   */
  void find(double[] coefficients) {
    spread();
    double moved = 1;
    for (int step = 0; step < STEPS && moved > SETTLED; step++) {
      moved = 0;
      for (int i = 0; i < re.length; i++) {
        moved = Math.max(moved, improve(i, coefficients));
      }
    }
  }

  double re(int root) {
    return re[root];
  }

  double im(int root) {
    return im[root];
  }

  /** On a circle, no two of them each other's mirror image. */
  private void spread() {
    for (int i = 0; i < re.length; i++) {
      double angle = 2 * Math.PI * i / re.length + 0.4;
      re[i] = 0.9 * StrictMath.cos(angle);
      im[i] = 0.9 * StrictMath.sin(angle);
    }
  }

  /** Takes p(x) over the product of the distances to the other roots off the root x. */
  private double improve(int root, double[] coefficients) {
    double valueRe = coefficients[0];
    double valueIm = 0;
    for (int i = 1; i < coefficients.length; i++) {
      double next = valueRe * re[root] - valueIm * im[root] + coefficients[i];
      valueIm = valueRe * im[root] + valueIm * re[root];
      valueRe = next;
    }
    double productRe = 1;
    double productIm = 0;
    for (int other = 0; other < re.length; other++) {
      if (other != root) {
        double awayRe = re[root] - re[other];
        double awayIm = im[root] - im[other];
        double next = productRe * awayRe - productIm * awayIm;
        productIm = productRe * awayIm + productIm * awayRe;
        productRe = next;
      }
    }
    double squared = Math.max(productRe * productRe + productIm * productIm, Double.MIN_NORMAL);
    double stepRe = (valueRe * productRe + valueIm * productIm) / squared;
    double stepIm = (valueIm * productRe - valueRe * productIm) / squared;
    re[root] -= stepRe;
    im[root] -= stepIm;
    return Math.max(Math.abs(stepRe), Math.abs(stepIm));
  }
}

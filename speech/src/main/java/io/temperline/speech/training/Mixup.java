package io.temperline.speech.training;

import java.util.random.RandomGenerator;

/** How much of a window mixup keeps (Zhang et al., ICLR 2018). */
final class Mixup {

  private final double alpha;
  private final RandomGenerator random;

  /**
   * @param alpha parameter of the Beta distribution, below 1; 0 turns mixup off
   */
  Mixup(double alpha, RandomGenerator random) {
    this.alpha = alpha;
    this.random = random;
  }

  /** A share by chance: Beta(alpha, alpha), folded to [0.5, 1]; 1 where mixup is off. */
  float share() {
    if (alpha <= 0) {
      return 1f;
    }
    double first = gamma(alpha);
    double second = gamma(alpha);
    double share = first + second > 0 ? first / (first + second) : 1;
    return (float) Math.max(share, 1 - share);
  }

  /** Gamma(shape, 1) for shapes below 1 (Ahrens and Dieter, "GS", Computing 12, 1974). */
  private double gamma(double shape) {
    double bound = 1 + shape / Math.E;
    while (true) {
      double p = bound * random.nextDouble();
      if (p <= 1) {
        double x = Math.pow(p, 1 / shape);
        if (random.nextDouble() <= Math.exp(-x)) {
          return x;
        }
      } else {
        double x = -Math.log((bound - p) / shape);
        if (random.nextDouble() <= Math.pow(x, shape - 1)) {
          return x;
        }
      }
    }
  }
}

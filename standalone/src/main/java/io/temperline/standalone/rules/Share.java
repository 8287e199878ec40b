package io.temperline.standalone.rules;

/**
 * A share with its 95 % confidence interval, after Wilson 1927: it stays within 0 to 1 and holds
 * for few cases too.
 *
 * @param value 0 to 1
 * @param low 0 to 1
 * @param high 0 to 1
 */
record Share(double value, double low, double high) {

  /** The normal distribution's 97.5 % quantile. */
  private static final double Z = 1.959963984540054;

  /**
   * @param of above 0
   */
  static Share of(long hits, long of) {
    double n = of;
    double share = hits / n;
    double widened = 1 + Z * Z / n;
    double centre = (share + Z * Z / (2 * n)) / widened;
    double reach = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n)) / widened;
    return new Share(share, Math.max(0, centre - reach), Math.min(1, centre + reach));
  }
}

package io.temperline.speech.features.voice;

/** A filter of second order, sample by sample, in transposed direct form II. Not thread-safe. */
final class Biquad {

  private final double b0;
  private final double b1;
  private final double b2;
  private final double a1;
  private final double a2;
  private double z1;
  private double z2;

  private Biquad(double b0, double b1, double b2, double a0, double a1, double a2) {
    this.b0 = b0 / a0;
    this.b1 = b1 / a0;
    this.b2 = b2 / a0;
    this.a1 = a1 / a0;
    this.a2 = a2 / a0;
  }

  /** Raises what lies above a frequency; De Man 2014 has the form that meets BS.1770's table. */
  static Biquad highShelf(int sampleRate, double hz, double q, double gainDb) {
    double k = Math.tan(Math.PI * hz / sampleRate);
    double high = Math.pow(10, gainDb / 20);
    double band = Math.pow(high, 0.4996667741545416);
    return new Biquad(
        high + band * k / q + k * k,
        2 * (k * k - high),
        high - band * k / q + k * k,
        1 + k / q + k * k,
        2 * (k * k - 1),
        1 - k / q + k * k);
  }

  /**
   * Takes off what lies below a frequency; the passed band is not scaled, as in BS.1770's table.
   */
  static Biquad highPass(int sampleRate, double hz, double q) {
    double k = Math.tan(Math.PI * hz / sampleRate);
    double a0 = 1 + k / q + k * k;
    return new Biquad(a0, -2 * a0, a0, a0, 2 * (k * k - 1), 1 - k / q + k * k);
  }

  double next(double sample) {
    double out = b0 * sample + z1;
    z1 = b1 * sample - a1 * out + z2;
    z2 = b2 * sample - a2 * out;
    return out;
  }
}

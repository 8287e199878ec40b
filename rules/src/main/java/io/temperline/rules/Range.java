package io.temperline.rules;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Between which numbers a figure always is, both among them.
 *
 * @param high infinite where there is no most
 */
record Range(double low, double high) {

  /** Of what is counted or timed. */
  static final Range FROM_ZERO = new Range(0, Double.POSITIVE_INFINITY);

  static final Range SHARE = new Range(0, 1);

  /** On either side of zero. */
  static Range within(double most) {
    return new Range(-most, most);
  }

  boolean isBounded() {
    return Double.isFinite(high);
  }

  /**
   * What comes of comparing any of its numbers with that one; empty where that hangs on the number.
   *
   * @param operator as the expression language calls it
   */
  Optional<Boolean> outcome(String operator, double constant) {
    boolean below = constant < low;
    boolean above = constant > high;
    return switch (operator) {
      case "_>_" -> settled(below, constant >= high);
      case "_>=_" -> settled(constant <= low, above);
      case "_<_" -> settled(above, constant <= low);
      case "_<=_" -> settled(constant >= high, below);
      case "_==_" -> settled(false, below || above);
      case "_!=_" -> settled(below || above, false);
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> settled(boolean always, boolean never) {
    return always || never ? Optional.of(always) : Optional.empty();
  }

  @Override
  public String toString() {
    return "%s to %s".formatted(plain(low), plain(high));
  }

  /** As people write it: 1 and not 1.0. */
  static String plain(double number) {
    return Double.isFinite(number)
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : Double.toString(number);
  }
}

package io.temperline.dashboard.access;

import io.micronaut.core.annotation.Nullable;

/**
 * Hides who a customer is: {@code Ada Lovelace} becomes {@code A•••}, {@code +49 30 1234567} {@code
 * •••67}. Always three dots, so that not even the length is told.
 */
final class Mask {

  private static final String DOTS = "•••";
  private static final int FEWEST_DIGITS = 6;

  private Mask() {}

  static @Nullable String of(@Nullable String customer) {
    if (customer == null || customer.isBlank()) {
      return customer;
    }
    String text = customer.strip();
    int first = text.codePointAt(0);
    if (Character.isLetter(first)) {
      return Character.toString(first) + DOTS;
    }
    long digits = text.codePoints().filter(Character::isDigit).count();
    return digits >= FEWEST_DIGITS ? DOTS + text.substring(text.length() - 2) : DOTS;
  }

  static @Nullable String within(@Nullable String text, @Nullable String customer) {
    return text == null || customer == null || customer.isBlank()
        ? text
        : text.replace(customer, of(customer));
  }
}

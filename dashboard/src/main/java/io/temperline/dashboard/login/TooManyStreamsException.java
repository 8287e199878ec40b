package io.temperline.dashboard.login;

/** Somebody has more streams open than they can look at. */
final class TooManyStreamsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  TooManyStreamsException(int most) {
    super("you have %d streams open".formatted(most));
  }
}

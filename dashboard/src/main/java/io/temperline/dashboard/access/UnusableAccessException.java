package io.temperline.dashboard.access;

/** The access cannot be as it is set; the message is a line that says what to change. */
public final class UnusableAccessException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnusableAccessException(String message) {
    super(message);
  }
}

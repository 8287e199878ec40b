package io.temperline.standalone;

/**
 * A part of the program cannot start for a reason that its user can do something about. The message
 * is one line for that user: what, where, and what to do.
 */
public final class CannotStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CannotStartException(String message) {
    super(message);
  }

  public CannotStartException(String message, Throwable cause) {
    super(message, cause);
  }
}

package io.temperline.dashboard.commands;

/** A command would have no effect; the message says why, and nothing was sent. */
final class FutileCommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is in the way. */
  enum Reason {
    NO_SUCH_ALERT,
    CLEARED
  }

  private final Reason reason;

  FutileCommandException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}

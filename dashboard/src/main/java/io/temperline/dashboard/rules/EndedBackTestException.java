package io.temperline.dashboard.rules;

/** A back-test was not made, or not to its end; the message says what to do. */
final class EndedBackTestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Why there is no outcome. */
  enum Reason {
    /** Nothing here can judge calls of the past. */
    NOT_HERE,
    /** Whoever asks sees some queues only. */
    LIMITED,
    /** Another one runs. */
    BUSY,
    /** More than may be asked for. */
    TOO_MUCH,
    /** Whoever asked for it did not want it any more. */
    CANCELLED
  }

  private final Reason reason;

  EndedBackTestException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}

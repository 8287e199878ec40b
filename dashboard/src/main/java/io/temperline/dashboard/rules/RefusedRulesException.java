package io.temperline.dashboard.rules;

/** A rule set that is well formed cannot be published or withdrawn; the message says why. */
public final class RefusedRulesException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is in the way. */
  public enum Reason {
    /** The version is there with other content, or was withdrawn. */
    VERSION_TAKEN,
    /** It would have to be in force already. */
    IN_THE_PAST,
    NO_SUCH_VERSION,
    /** Nobody is named who publishes it. */
    NOBODY
  }

  private final Reason reason;

  RefusedRulesException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}

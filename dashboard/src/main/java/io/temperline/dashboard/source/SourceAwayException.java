package io.temperline.dashboard.source;

/** Something that is read from cannot be reached now; its message says what, in one sentence. */
public final class SourceAwayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SourceAwayException(String message, Throwable cause) {
    super(message, cause);
  }

  public SourceAwayException(String message) {
    super(message);
  }
}

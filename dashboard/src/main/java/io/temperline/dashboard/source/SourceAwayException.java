package io.temperline.dashboard.source;

/** Something that is read from cannot be reached now; its message says what, in one sentence. */
final class SourceAwayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SourceAwayException(String message, Throwable cause) {
    super(message, cause);
  }

  SourceAwayException(String message) {
    super(message);
  }
}

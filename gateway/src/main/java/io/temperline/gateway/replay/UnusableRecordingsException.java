package io.temperline.gateway.replay;

/** The recordings asked for cannot be replayed. The message is one line for the user. */
public final class UnusableRecordingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableRecordingsException(String message) {
    super(message);
  }

  UnusableRecordingsException(String message, Throwable cause) {
    super(message, cause);
  }
}

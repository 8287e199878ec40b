package io.temperline.standalone.remote;

/** Somebody does not answer, but may later. The message is one line that says who and why. */
public final class NotThereException extends Exception {

  private static final long serialVersionUID = 1L;

  NotThereException(String message, Throwable cause) {
    super(message, cause);
  }
}

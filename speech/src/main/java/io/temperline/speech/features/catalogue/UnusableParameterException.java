package io.temperline.speech.features.catalogue;

/** A feature that is not there, or cannot be had with these parameters; the message says why. */
public final class UnusableParameterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableParameterException(String message) {
    super(message);
  }

  UnusableParameterException(String message, Throwable cause) {
    super(message, cause);
  }
}

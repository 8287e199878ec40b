package io.temperline.speech.model;

/** A model that cannot be used; its message is one line that says what, where and what to do. */
public final class UnusableModelException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnusableModelException(String message, Throwable cause) {
    super(message, cause);
  }
}

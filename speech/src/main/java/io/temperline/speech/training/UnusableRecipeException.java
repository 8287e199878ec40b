package io.temperline.speech.training;

/** A recipe that cannot be followed; its message is one line that says where and why. */
public final class UnusableRecipeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableRecipeException(String message, Throwable cause) {
    super(message, cause);
  }
}

package io.temperline.reference.learning;

/** A classifier that cannot learn from its examples; the message is one line that says why. */
public final class UnusableClassifierException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnusableClassifierException(String message) {
    super(message);
  }
}

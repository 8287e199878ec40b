package io.temperline.streams.escalation;

/** A command that cannot be carried out; its message says why, in half a sentence. */
final class UnusableCommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnusableCommandException(String message) {
    super(message);
  }
}

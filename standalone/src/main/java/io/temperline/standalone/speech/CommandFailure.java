package io.temperline.standalone.speech;

/** Something that the user asked for cannot be done; the message is the one line that says why. */
public final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandFailure(String message) {
    super(message);
  }
}

package io.temperline.dashboard.commands;

/** What a person asks for makes no sense; the message says why, and nothing was sent. */
public final class InvalidCommandException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidCommandException(String message) {
    super(message);
  }
}

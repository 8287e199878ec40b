package io.temperline.gateway.replay;

/** Kafka or the schema registry did not take a record. The message is one line for the user. */
public final class ReplayFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReplayFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}

package io.temperline.schemas;

/** Names of the headers on a dead letter; their values are UTF-8 text. */
public final class DeadLetterHeaders {

  public static final String TOPIC = "temperline.origin.topic";
  public static final String PARTITION = "temperline.origin.partition";
  public static final String OFFSET = "temperline.origin.offset";
  public static final String CAUSE = "temperline.cause";

  /** On what was not delivered: the target's name, and how often it was tried. */
  public static final String TARGET = "temperline.target";

  public static final String ATTEMPTS = "temperline.attempts";

  private DeadLetterHeaders() {}
}

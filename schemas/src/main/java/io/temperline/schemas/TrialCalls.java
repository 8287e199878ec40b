package io.temperline.schemas;

/**
 * Calls that nobody is on: a person tries the installation out with a voice of their own. They are
 * told by their ids, go through the topology as any other, and are kept from the floor and from
 * whom alerts are delivered to.
 */
public final class TrialCalls {

  /** How their ids begin. */
  public static final String PREFIX = "try-it.";

  private TrialCalls() {}

  public static boolean isTrial(String callId) {
    return callId.startsWith(PREFIX);
  }
}

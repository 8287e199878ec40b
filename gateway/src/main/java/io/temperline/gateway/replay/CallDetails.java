package io.temperline.gateway.replay;

import io.temperline.schemas.CallerInformed;
import io.temperline.schemas.Direction;
import io.temperline.speech.window.NotScoredReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a recorded call besides its audio. A component that is not known is null.
 *
 * @param customer the customer's id
 * @param agent the agent's id
 * @param queue the queue in which the call waited
 * @param language BCP 47, for instance en-GB
 * @param direction who called whom
 * @param callerInformed whether the caller was told of the analysis; null leaves it to {@link
 *     ReplaySettings}
 * @param startsAfterMs how long after the replay's start the call begins, in milliseconds
 * @param holds when the caller was on hold, in order, without overlap
 * @param attributes what else rules can ask for, for instance tier: gold
 */
public record CallDetails(
    String customer,
    String agent,
    String queue,
    String language,
    Direction direction,
    CallerInformed callerInformed,
    long startsAfterMs,
    List<Hold> holds,
    Map<String, String> attributes) {

  /** Nothing is known. */
  public static final CallDetails UNKNOWN =
      new CallDetails(null, null, null, null, null, null, 0, List.of(), Map.of());

  /**
   * @throws IllegalArgumentException on a negative start, or holds that overlap or are out of order
   */
  public CallDetails {
    direction = direction == null ? Direction.UNKNOWN : direction;
    holds = holds == null ? List.of() : List.copyOf(holds);
    attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    if (startsAfterMs < 0) {
      throw new IllegalArgumentException("startsAfterMs is " + startsAfterMs + ", less than 0");
    }
    for (int i = 1; i < holds.size(); i++) {
      if (holds.get(i).fromMs() < holds.get(i - 1).toMs()) {
        throw new IllegalArgumentException(
            "the hold from " + holds.get(i).fromMs() + " ms begins before the one before it ends");
      }
    }
  }

  /**
   * Why a stretch of the call is not to be scored, as far as these details tell.
   *
   * @param fromMs where it begins, milliseconds from the call's start
   * @param toMs where it ends, exclusive
   */
  public Optional<NotScoredReason> objectionTo(long fromMs, long toMs) {
    if (callerInformed == CallerInformed.NOT_INFORMED) {
      return Optional.of(NotScoredReason.CALLER_NOT_INFORMED);
    }
    return holds.stream().anyMatch(hold -> hold.fromMs < toMs && hold.toMs > fromMs)
        ? Optional.of(NotScoredReason.HOLD)
        : Optional.empty();
  }

  /**
   * A stretch on hold, in milliseconds from the call's start.
   *
   * @param fromMs when the caller was put on hold
   * @param toMs when the caller was taken back, after {@code fromMs}
   */
  public record Hold(long fromMs, long toMs) {

    /**
     * @throws IllegalArgumentException where it begins before the call or ends before it begins
     */
    public Hold {
      if (fromMs < 0 || toMs <= fromMs) {
        throw new IllegalArgumentException(
            "a hold from " + fromMs + " to " + toMs + " ms is not a stretch of time");
      }
    }
  }
}

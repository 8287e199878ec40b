package io.temperline.streams.escalation;

import io.temperline.schemas.Escalation;
import java.time.Instant;
import java.util.List;

/**
 * A call of the past and what rules say of it.
 *
 * @param beganAt when it began, or was first heard of
 * @param endedAt when it ended, or was last heard
 * @param steps what the rules did, in order; none where they were silent
 */
public record JudgedCall(String callId, Instant beganAt, Instant endedAt, List<Escalation> steps) {

  public JudgedCall {
    steps = List.copyOf(steps);
  }
}

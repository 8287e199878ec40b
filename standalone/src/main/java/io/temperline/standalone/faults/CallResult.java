package io.temperline.standalone.faults;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import java.util.ArrayList;
import java.util.List;

/**
 * All that the application said of a call, in order.
 *
 * @param histories the complete ones alone
 * @param inferredEnds that it wrote to the calls topic
 */
record CallResult(
    List<EmotionEvent> emotions,
    List<Escalation> escalations,
    List<CallHistory> histories,
    List<CallEvent> inferredEnds) {

  CallResult() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  boolean isComplete() {
    return !histories.isEmpty();
  }

  /** The same, were the call's id another. */
  CallResult as(String callId) {
    return new CallResult(
        emotions.stream().map(e -> EmotionEvent.newBuilder(e).setCallId(callId).build()).toList(),
        escalations.stream().map(e -> as(callId, e)).toList(),
        histories.stream().map(history -> as(callId, history)).toList(),
        inferredEnds.stream().map(e -> CallEvent.newBuilder(e).setCallId(callId).build()).toList());
  }

  private static Escalation as(String callId, Escalation step) {
    return Escalation.newBuilder(step)
        .setCallId(callId)
        .setEscalationId(step.getEscalationId().replace(step.getCallId(), callId))
        .build();
  }

  private static CallHistory as(String callId, CallHistory history) {
    CallHistory renamed = CallHistory.newBuilder(history).setCallId(callId).build();
    renamed
        .getEscalations()
        .forEach(
            alert ->
                alert.setEscalationId(
                    alert.getEscalationId().replace(history.getCallId(), callId)));
    return renamed;
  }
}

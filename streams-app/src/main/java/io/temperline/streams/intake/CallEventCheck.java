package io.temperline.streams.intake;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import java.util.Optional;

/** What a call event must be to be applied. */
final class CallEventCheck implements RecordCheck<CallEvent> {

  @Override
  public Optional<String> objection(String key, CallEvent event, long timestamp) {
    Optional<String> wrongKey = RecordCheck.objectionToKey(key, event.getCallId());
    if (wrongKey.isPresent()) {
      return wrongKey;
    }
    if (event.getType() == CallEventType.UNKNOWN) {
      return Optional.of("unknown type of call event");
    }
    return Optional.empty();
  }
}

package io.temperline.streams.escalation;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.Direction;
import io.temperline.streams.state.EscalationState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What call events tell that rules can ask for. */
final class CallFacts {

  private CallFacts() {}

  /** A call of which nothing is known but when it was first heard of. */
  static EscalationState begin(Instant at) {
    return EscalationState.newBuilder().setStartedAt(at.toEpochMilli()).build();
  }

  static void add(EscalationState state, CallEvent event) {
    if (event.getQueue() != null) {
      state.setQueue(event.getQueue());
    }
    if (event.getLanguage() != null) {
      state.setLanguage(event.getLanguage());
    }
    if (event.getDirection() != Direction.UNKNOWN) {
      state.setDirection(event.getDirection().name().toLowerCase(Locale.ROOT));
    }
    if (!event.getAttributes().isEmpty()) {
      Map<String, String> attributes = new HashMap<>(state.getAttributes());
      attributes.putAll(event.getAttributes());
      state.setAttributes(attributes);
    }
    switch (event.getType()) {
      case HELD -> hold(state, event.getEffectiveAt());
      case RESUMED -> resume(state, event.getEffectiveAt());
      case STARTED, TRANSFERRED, ENDED, UNKNOWN -> {
        // Nothing beyond what every event can tell.
      }
    }
  }

  private static void hold(EscalationState state, Instant at) {
    if (state.getHeldSince() == null) {
      state.setHeldSince(at.toEpochMilli());
      state.setHolds(state.getHolds() + 1);
    }
  }

  private static void resume(EscalationState state, Instant at) {
    if (state.getHeldSince() != null) {
      long heldMs = Math.max(0, at.toEpochMilli() - state.getHeldSince());
      state.setHeldMs(state.getHeldMs() + heldMs);
      state.setHeldSince(null);
    }
  }
}

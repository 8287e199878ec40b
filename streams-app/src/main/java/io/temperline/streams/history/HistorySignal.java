package io.temperline.streams.history;

import io.temperline.schemas.CallConversation;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.Command;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import java.time.Instant;

/** What the history of a call is made of, and the wish to erase it. */
sealed interface HistorySignal {

  /** When it happened. */
  Instant at();

  record Emotion(EmotionEvent event) implements HistorySignal {
    @Override
    public Instant at() {
      return event.getStartsAt();
    }
  }

  record Alert(Escalation step) implements HistorySignal {
    @Override
    public Instant at() {
      return step.getRaisedAt();
    }
  }

  /** How caller and agent talked with each other, all in all; the call's end follows. */
  record Conversation(CallConversation figures) implements HistorySignal {
    @Override
    public Instant at() {
      return Instant.ofEpochMilli(figures.getUntilMs());
    }
  }

  record Call(CallEvent event) implements HistorySignal {
    @Override
    public Instant at() {
      return event.getEffectiveAt();
    }
  }

  record Erasure(Command command) implements HistorySignal {
    @Override
    public Instant at() {
      return command.getAt();
    }
  }
}

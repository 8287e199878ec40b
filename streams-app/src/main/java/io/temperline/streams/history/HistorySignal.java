package io.temperline.streams.history;

import io.temperline.schemas.CallConversation;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;

/** What the history of a call is made of. */
sealed interface HistorySignal {

  record Emotion(EmotionEvent event) implements HistorySignal {}

  record Alert(Escalation step) implements HistorySignal {}

  /** How caller and agent talked with each other, all in all; the call's end follows. */
  record Conversation(CallConversation figures) implements HistorySignal {}

  record Call(CallEvent event) implements HistorySignal {}
}

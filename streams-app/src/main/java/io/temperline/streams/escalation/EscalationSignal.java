package io.temperline.streams.escalation;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.Command;
import io.temperline.schemas.EmotionEvent;

/** What alerts are made of. */
sealed interface EscalationSignal {

  record Emotion(EmotionEvent event) implements EscalationSignal {}

  record Call(CallEvent event) implements EscalationSignal {}

  record Asked(Command command) implements EscalationSignal {}
}

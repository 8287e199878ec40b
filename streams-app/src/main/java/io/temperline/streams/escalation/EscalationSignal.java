package io.temperline.streams.escalation;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.EmotionEvent;

/** What a rule hears of a call. */
sealed interface EscalationSignal {

  record Emotion(EmotionEvent event) implements EscalationSignal {}

  record Call(CallEvent event) implements EscalationSignal {}
}

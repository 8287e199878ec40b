package io.temperline.streams.emotion;

import io.temperline.schemas.CallConversation;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.EmotionEvent;

/** What listening to a call gives. */
sealed interface CallOutcome {

  /** What was heard in a window, or why it was not scored. */
  record Heard(EmotionEvent event) implements CallOutcome {}

  /** A call event that has taken effect; an ENDED comes after the call's last window. */
  record Applied(CallEvent event) implements CallOutcome {}

  /** How caller and agent talked with each other, all in all; before the ENDED. */
  record Talked(CallConversation figures) implements CallOutcome {}

  /** The end of a call that fell silent, to be written to the calls topic. */
  record EndInferred(CallEvent event) implements CallOutcome {}
}

package io.temperline.streams.escalation;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.EmotionEvent;

/** Is told of calls of the past. */
public interface PastListener {

  /**
   * Takes what happened to a call. All that did is told before the call's first window; of what
   * happened at the same moment, in the order in which it did.
   */
  void learn(CallEvent event);

  /** Takes a call's next window. */
  void hear(EmotionEvent event);
}

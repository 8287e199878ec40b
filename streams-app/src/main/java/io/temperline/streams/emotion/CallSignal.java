package io.temperline.streams.emotion;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;

/** What arrives about a call. */
sealed interface CallSignal {

  record Frame(AudioFrame frame) implements CallSignal {}

  record Event(CallEvent event) implements CallSignal {}
}

package io.temperline.streams.emotion;

import io.temperline.schemas.CallConversation;
import io.temperline.schemas.NotScoredReason;
import io.temperline.speech.window.AudioWindow;
import java.util.Optional;

/** What is to be told next, in the order in which it must be told. */
sealed interface Due {

  LiveCall call();

  /**
   * A complete window.
   *
   * @param reason why it is not scored; empty where it is
   * @param conversation the figures that go with it; empty where there are none or they may not be
   *     told
   * @param sinceMs when it became due, wall-clock ms since the epoch
   */
  record Window(
      LiveCall call,
      LiveChannel channel,
      AudioWindow window,
      Optional<NotScoredReason> reason,
      Optional<CallConversation> conversation,
      long sinceMs)
      implements Due {}

  /** The end of a call, after its last window. */
  record End(LiveCall call) implements Due {}
}

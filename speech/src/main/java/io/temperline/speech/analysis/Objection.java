package io.temperline.speech.analysis;

import io.temperline.speech.window.NotScoredReason;
import java.util.Optional;

/** What, beside its sound, speaks against scoring a window of a channel. */
@FunctionalInterface
public interface Objection {

  /** Every window may be scored. */
  Objection NONE = (startMs, endMs) -> Optional.empty();

  /** Nothing of the channel may be scored. */
  Objection NOT_PERMITTED = (startMs, endMs) -> Optional.of(NotScoredReason.NOT_PERMITTED);

  /**
   * @param startMs where the window begins, milliseconds of the channel's audio
   * @param endMs where it ends, exclusive
   */
  Optional<NotScoredReason> to(long startMs, long endMs);
}

package io.temperline.gateway.replay;

import java.time.Instant;

/** Follows a replay. It is called by the replaying thread, which waits for it. */
public interface ReplayListener {

  /**
   * @param at the call's own time, at fast speeds before the present
   */
  default void callStarted(RecordedCall call, Instant at) {}

  /**
   * @param at the call's own time, at fast speeds before the present
   */
  default void callEnded(RecordedCall call, Instant at) {}
}

package io.temperline.streams.emotion;

import io.temperline.schemas.NotScoredReason;
import io.temperline.speech.window.AudioWindow;
import io.temperline.speech.window.SpeechGate;
import io.temperline.streams.state.Permission;
import java.util.Optional;

/** Decides which windows are scored, and says why the others are not. */
final class WindowJudge {

  private final SpeechGate gate;

  WindowJudge(SpeechGate gate) {
    this.gate = gate;
  }

  /** What may not be scored comes before what can't be. */
  Optional<NotScoredReason> objection(LiveCall call, LiveChannel channel, AudioWindow window) {
    Permission permission = call.state().getPermission();
    if (permission == Permission.NOT_PERMITTED) {
      return Optional.of(NotScoredReason.NOT_PERMITTED);
    }
    if (permission != Permission.GRANTED) {
      return Optional.of(NotScoredReason.CALLER_NOT_INFORMED);
    }
    if (call.overlapsHold(channel.startMs(window), channel.endMs(window))) {
      return Optional.of(NotScoredReason.HOLD);
    }
    return gate.reject(window.quality()).map(reason -> NotScoredReason.valueOf(reason.name()));
  }
}

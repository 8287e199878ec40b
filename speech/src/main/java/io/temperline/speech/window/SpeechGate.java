package io.temperline.speech.window;

import java.util.Optional;

/** Lets only windows through that hold enough undamaged speech to be scored. */
public final class SpeechGate {

  private final SpeechGateConfig config;

  public SpeechGate(SpeechGateConfig config) {
    this.config = config;
  }

  /**
   * Why a window of this quality is not scored, or nothing if it is. A gap comes first, since lost
   * audio looks like silence.
   */
  public Optional<NotScoredReason> reject(SpeechQuality quality) {
    if (quality.lostShare() > config.maxLostShare()) {
      return Optional.of(NotScoredReason.GAP);
    }
    if (quality.speechShare() < config.silentBelow()) {
      return Optional.of(NotScoredReason.SILENCE);
    }
    if (quality.speechShare() < config.minSpeechShare()) {
      return Optional.of(NotScoredReason.TOO_LITTLE_SPEECH);
    }
    if (quality.clippedShare() > config.maxClippedShare()) {
      return Optional.of(NotScoredReason.CLIPPING);
    }
    return Optional.empty();
  }
}

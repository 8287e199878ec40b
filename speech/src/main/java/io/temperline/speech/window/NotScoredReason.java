package io.temperline.speech.window;

/** Why a window's audio is no basis for a judgement on emotion. */
public enum NotScoredReason {
  /** Nobody speaks. */
  SILENCE,
  /** Somebody speaks, but too briefly. */
  TOO_LITTLE_SPEECH,
  /** Too much of the audio never arrived. */
  GAP,
  /** The sound is distorted by overload. */
  CLIPPING
}

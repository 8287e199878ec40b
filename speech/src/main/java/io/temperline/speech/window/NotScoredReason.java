package io.temperline.speech.window;

/** Why there is no judgement on the emotion of a window. */
public enum NotScoredReason {
  /** Nobody speaks. */
  SILENCE,
  /** Somebody speaks, but too briefly. */
  TOO_LITTLE_SPEECH,
  /** Too much of the audio never arrived. */
  GAP,
  /** The sound is distorted by overload. */
  CLIPPING,
  /** The call was on hold: who is heard there is not the caller. */
  HOLD,
  /** The caller was not told of the analysis. */
  CALLER_NOT_INFORMED,
  /** Whoever speaks may not be judged. */
  NOT_PERMITTED
}

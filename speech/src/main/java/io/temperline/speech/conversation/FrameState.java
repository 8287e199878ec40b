package io.temperline.speech.conversation;

/** What one side does in a frame of 10 ms. */
enum FrameState {
  SILENCE,
  SPEECH,
  /** Nothing arrived: nobody knows. */
  LOST,
  /** Nothing arrived, between stretches of speech that are too close for a pause. */
  LOST_IN_SPEECH,
  /** The call was on hold, whatever was heard. */
  HOLD;

  private static final FrameState[] ALL = values();

  static FrameState of(int ordinal) {
    return ALL[ordinal];
  }

  boolean isKnown() {
    return this == SILENCE || this == SPEECH;
  }

  boolean isUtterance() {
    return this == SPEECH || this == LOST_IN_SPEECH;
  }
}

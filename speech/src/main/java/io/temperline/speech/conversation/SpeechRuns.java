package io.temperline.speech.conversation;

/**
 * Makes utterances of loud and quiet frames. Sound of {@link #ONSET_FRAMES} in a row begins one,
 * from the first of them on; less is a click. Quiet of {@link #PAUSE_FRAMES} in a row ends it,
 * before the first of them; less is a stop consonant or a lost packet. So what a frame is may be
 * known 200 ms late, and where an utterance begins and ends is exact.
 */
final class SpeechRuns {

  static final int ONSET_FRAMES = 4;
  static final int PAUSE_FRAMES = 20;

  private final FrameQueue decided;
  private boolean speaking;

  /** Frames in doubt: loud ones in silence, quiet and lost ones in speech. */
  private int pending;

  /** Of the frames in doubt, the bits of the lost ones. */
  private int pendingLost;

  SpeechRuns(FrameQueue decided) {
    this.decided = decided;
  }

  /** Whether the last loud frame belongs to an utterance. */
  boolean isSpeaking() {
    return speaking;
  }

  /** How many frames, this one and those in doubt before it, are now known to be speech. */
  int loud() {
    pending++;
    if (!speaking && pending < ONSET_FRAMES) {
      return 0;
    }
    speaking = true;
    int speech = pending - Integer.bitCount(pendingLost);
    decidePending(true);
    return speech;
  }

  void quiet() {
    quiet(0);
  }

  void lost() {
    quiet(1);
  }

  private void quiet(int lost) {
    if (!speaking) {
      decidePending(false);
    }
    pendingLost |= lost << pending;
    pending++;
    if (!speaking || pending == PAUSE_FRAMES) {
      speaking = false;
      decidePending(false);
    }
  }

  void hold() {
    end();
    decided.add(FrameState.HOLD);
  }

  /** Nothing follows, or nothing that belongs to what was before. */
  void end() {
    decidePending(false);
    speaking = false;
  }

  private void decidePending(boolean speech) {
    FrameState whole = speech ? FrameState.SPEECH : FrameState.SILENCE;
    FrameState missing = speech ? FrameState.LOST_IN_SPEECH : FrameState.LOST;
    for (int i = 0; i < pending; i++) {
      decided.add((pendingLost >> i & 1) == 0 ? whole : missing);
    }
    pending = 0;
    pendingLost = 0;
  }

  void carry(StateTape tape) {
    speaking = tape.flag(speaking);
    pending = tape.number(pending);
    pendingLost = tape.number(pendingLost);
  }
}

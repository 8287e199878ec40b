package io.temperline.speech.conversation;

import io.temperline.speech.features.Decibels;

/** Listens to one side, frame by frame: when it speaks, how loud, how fast and how high. */
final class Ear {

  private static final int FRAMES_PER_STRETCH = 4;
  private static final int KEPT_PER_FRAME = PitchMeter.STRETCH / FRAMES_PER_STRETCH;

  private final PitchMeter pitchMeter;
  private final FrameQueue decided = new FrameQueue();
  private final SpeechThreshold threshold = new SpeechThreshold();
  private final SpeechRuns runs = new SpeechRuns(decided);
  private final Syllables syllables = new Syllables();
  private final Delivery delivery = new Delivery();
  private final VoicePitch pitch = new VoicePitch();

  /** The last loud frames, at half the telephone's rate: up to 40 ms of audio. */
  private final float[] stretch = new float[PitchMeter.STRETCH];

  private int loudInStretch;
  private double undecidedPower;
  private int undecidedFrames;
  private long next;

  Ear(PitchMeter pitchMeter) {
    this.pitchMeter = pitchMeter;
  }

  void startAt(long frame) {
    next = frame;
  }

  /** The frame that it waits for. */
  long next() {
    return next;
  }

  FrameQueue decided() {
    return decided;
  }

  Delivery delivery() {
    return delivery;
  }

  VoicePitch pitch() {
    return pitch;
  }

  /** Takes the next frame, {@link Conversation#FRAME_SAMPLES} from {@code offset} on. */
  void hear(float[] samples, int offset, double energy) {
    next++;
    float power = (float) (energy / Conversation.FRAME_SAMPLES);
    float level = Decibels.ofPower(power);
    float speechFrom = threshold.after(level);
    if (level > speechFrom) {
      delivery.spoke(runs.loud());
      loud(samples, offset, power);
    } else {
      runs.quiet();
      forgetStretch();
    }
    delivery.syllables(syllables.take(power, speechFrom));
  }

  /** The next frame never arrived. */
  void lose() {
    next++;
    runs.lost();
    forgetStretch();
    syllables.reset();
  }

  /** The next frame is on hold. */
  void hold() {
    next++;
    runs.hold();
    forgetStretch();
    syllables.reset();
  }

  void end() {
    runs.end();
  }

  private void loud(float[] samples, int offset, float power) {
    undecidedPower += power;
    undecidedFrames++;
    if (runs.isSpeaking()) {
      delivery.loud(undecidedPower, undecidedFrames);
      undecidedPower = 0;
      undecidedFrames = 0;
    }
    keep(samples, offset);
    if (loudInStretch == FRAMES_PER_STRETCH) {
      loudInStretch = 0;
      double hz = pitchMeter.hz(stretch);
      if (hz > 0) {
        pitch.add(hz);
        syllables.voiced();
      }
    }
  }

  /** Means of two samples: half the rate, and less of what it cannot hold. */
  private void keep(float[] samples, int offset) {
    int at = loudInStretch * KEPT_PER_FRAME;
    for (int i = 0; i < KEPT_PER_FRAME; i++) {
      stretch[at + i] = (samples[offset + 2 * i] + samples[offset + 2 * i + 1]) / 2;
    }
    loudInStretch++;
  }

  private void forgetStretch() {
    loudInStretch = 0;
    undecidedPower = 0;
    undecidedFrames = 0;
  }

  void carry(StateTape tape) {
    next = tape.number(next);
    decided.carry(tape);
    threshold.carry(tape);
    runs.carry(tape);
    syllables.carry(tape);
    delivery.carry(tape);
    pitch.carry(tape);
    loudInStretch = tape.number(loudInStretch);
    for (int i = 0; i < loudInStretch * KEPT_PER_FRAME; i++) {
      stretch[i] = tape.real(stretch[i]);
    }
    undecidedPower = tape.real(undecidedPower);
    undecidedFrames = tape.number(undecidedFrames);
  }
}

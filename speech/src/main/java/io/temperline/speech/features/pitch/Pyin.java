package io.temperline.speech.features.pitch;

import io.temperline.speech.features.FrameChain;
import io.temperline.speech.features.FrameFunction;
import io.temperline.speech.features.FrameSink;

/**
 * Pitch and voicing by probabilistic YIN (Mauch and Dixon 2014), as librosa's {@code pyin}: each
 * frame's candidates, and through them the likeliest path. The path is known at the end of the
 * signal alone; how probable it is that a frame is voiced is known at once.
 */
public final class Pyin {

  private Pyin() {}

  /**
   * The whole: frames of samples to two values each, pitch in Hz (0 where unvoiced) and 1 where
   * voiced. Nothing comes out before the end.
   *
   * @param hop samples from one frame to the next
   */
  public static FrameSink path(PitchRange range, int hop, FrameSink next) {
    PitchGrid grid = PitchGrid.over(range);
    return FrameChain.of(new PitchCandidates(range), grid.size() + 1)
        .into(new PitchPath(grid, range.sampleRate(), hop, next));
  }

  /** A step: a frame of samples to the probability that it is voiced. */
  public static FrameFunction voicedProbability(PitchRange range) {
    PitchCandidates candidates = new PitchCandidates(range);
    float[] probable = new float[PitchGrid.over(range).size() + 1];
    return (frame, voiced) -> {
      candidates.apply(frame, probable);
      voiced[0] = 1 - probable[probable.length - 1];
    };
  }
}

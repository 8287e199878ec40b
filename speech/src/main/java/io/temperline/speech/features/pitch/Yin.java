package io.temperline.speech.features.pitch;

import io.temperline.speech.features.FrameFunction;

/**
 * The pitch of a frame in Hz by YIN (de Cheveigné and Kawahara 2002), as librosa's {@code yin}: the
 * shortest period that dips below the threshold, or else the deepest, refined by a parabola. It
 * gives a pitch for everything, noise too; {@link Pyin} says what is voiced. Not thread-safe.
 */
public final class Yin implements FrameFunction {

  private final int sampleRate;
  private final double threshold;
  private final PeriodDips dips;

  /**
   * @param threshold the dip that counts as a period, 0.1 as a rule
   */
  public Yin(PitchRange range, double threshold) {
    sampleRate = range.sampleRate();
    this.threshold = threshold;
    dips = new PeriodDips(range);
  }

  @Override
  public void apply(float[] frame, float[] pitch) {
    dips.compute(frame);
    pitch[0] = (float) (sampleRate / dips.period(chosen()));
  }

  private int chosen() {
    for (int i = 0; i < dips.size(); i++) {
      if (dips.depth(i) < threshold && dips.isDip(i)) {
        return i;
      }
    }
    return dips.deepest();
  }
}

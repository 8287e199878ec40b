package io.temperline.speech.features.spectral;

import io.temperline.speech.features.FrameSink;

/**
 * How much is new in a frame: the mean over the mel bands, in decibels, of what each rose since the
 * frame before (Böck and Widmer 2013), as librosa's {@code onset.onset_strength} has it: moved by
 * half a transform, so that an onset shows where it is heard and not where the first frame sees it.
 * Values are dB, from 0; the first frames are 0.
 */
public final class OnsetStrength implements FrameSink {

  private final float[] before;
  private final float[] delayed;
  private final float[] strength = new float[1];
  private final FrameSink next;
  private long frames;

  /**
   * @param bands mel bands per frame
   * @param delay frames to move by, half a transform in hops, rounded down
   */
  public OnsetStrength(int bands, int delay, FrameSink next) {
    before = new float[bands];
    delayed = new float[delay + 1];
    this.next = next;
  }

  @Override
  public void accept(float[] decibels) {
    delayed[(int) (frames % delayed.length)] = frames == 0 ? 0 : rise(decibels);
    System.arraycopy(decibels, 0, before, 0, before.length);
    frames++;
    strength[0] = delayed[(int) (frames % delayed.length)];
    next.accept(strength);
  }

  @Override
  public void end() {
    next.end();
  }

  private float rise(float[] decibels) {
    double sum = 0;
    for (int band = 0; band < before.length; band++) {
      sum += Math.max(0, decibels[band] - before[band]);
    }
    return (float) (sum / before.length);
  }
}

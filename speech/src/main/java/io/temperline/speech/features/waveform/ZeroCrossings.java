package io.temperline.speech.features.waveform;

import io.temperline.speech.features.FrameFunction;

/**
 * The share of a frame's samples whose sign is not that of the sample before, zero counting as
 * positive and the first sample as no crossing: librosa's {@code feature.zero_crossing_rate}, which
 * takes samples within 1e-10 of zero for zero.
 */
public final class ZeroCrossings implements FrameFunction {

  private static final float ZERO_WITHIN = 1e-10f;

  @Override
  public void apply(float[] samples, float[] rate) {
    int crossings = 0;
    for (int i = 1; i < samples.length; i++) {
      if (isNegative(samples[i]) != isNegative(samples[i - 1])) {
        crossings++;
      }
    }
    rate[0] = (float) crossings / samples.length;
  }

  private static boolean isNegative(float sample) {
    return sample < -ZERO_WITHIN;
  }
}

package io.temperline.speech.features.spectral;

import io.temperline.speech.features.FrameFunction;

/**
 * How noise-like a power spectrum is: its geometric mean over its arithmetic one, each bin counting
 * 1e-10 at least (librosa's {@code feature.spectral_flatness}; Dubnov 2004). From 0, a tone, to 1,
 * white noise or digital silence.
 */
public final class SpectralFlatness implements FrameFunction {

  private static final double FLOOR = 1e-10;

  @Override
  public void apply(float[] power, float[] flatness) {
    double logs = 0;
    double sum = 0;
    for (float bin : power) {
      double raised = Math.max(FLOOR, bin);
      logs += StrictMath.log(raised);
      sum += raised;
    }
    flatness[0] = (float) (StrictMath.exp(logs / power.length) / (sum / power.length));
  }
}

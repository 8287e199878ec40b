package io.temperline.speech.features.spectral;

import io.temperline.speech.features.FrameFunction;

/** A magnitude spectrum from a power spectrum. */
public final class Magnitude implements FrameFunction {

  @Override
  public void apply(float[] power, float[] magnitude) {
    for (int k = 0; k < magnitude.length; k++) {
      magnitude[k] = (float) Math.sqrt(power[k]);
    }
  }
}

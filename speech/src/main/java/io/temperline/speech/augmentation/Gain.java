package io.temperline.speech.augmentation;

import java.util.random.RandomGenerator;

/**
 * Makes a sound louder or softer.
 *
 * @param lowest change in dB, drawn evenly from here
 * @param highest to here, at least {@code lowest}
 */
public record Gain(double lowest, double highest) implements Augmentation {

  public Gain {
    if (!(lowest <= highest)) {
      throw new IllegalArgumentException("a gain from " + lowest + " to " + highest + " dB");
    }
  }

  @Override
  public float[] apply(float[] samples, RandomGenerator random) {
    double decibels = lowest + random.nextDouble() * (highest - lowest);
    float factor = (float) Math.pow(10, decibels / 20);
    float[] changed = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      changed[i] = factor * samples[i];
    }
    return changed;
  }
}

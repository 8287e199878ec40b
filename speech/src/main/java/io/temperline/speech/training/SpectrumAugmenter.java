package io.temperline.speech.training;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Varies the log-mel spectra of training windows: their colour, and the masks of SpecAugment (Park
 * et al., Interspeech 2019).
 */
final class SpectrumAugmenter {

  /** The response's terms: a tilt, and two finer waves. */
  private static final int COLOUR_TERMS = 3;

  private final AugmentationConfig config;
  private final RandomGenerator random;

  SpectrumAugmenter(AugmentationConfig config, RandomGenerator random) {
    this.config = config;
    this.random = random;
  }

  /** Hears the window through a random smooth frequency response, in place. */
  void colour(float[] logMel, int bands) {
    float[] response = new float[bands];
    for (int term = 1; term <= COLOUR_TERMS; term++) {
      double gain = config.colourDb() * random.nextGaussian();
      for (int band = 0; band < bands; band++) {
        response[band] += (float) (gain * Math.cos(Math.PI * term * (band + 0.5) / bands));
      }
    }
    for (int i = 0; i < logMel.length; i++) {
      logMel[i] += response[i % bands];
    }
  }

  /** Masks bands and stretches of time with the value 0, in place. */
  void mask(float[] logMel, int bands) {
    int frames = logMel.length / bands;
    for (int i = 0; i < config.timeMasks(); i++) {
      int length = random.nextInt(config.timeMaskFrames() + 1);
      int from = random.nextInt(frames - length + 1);
      Arrays.fill(logMel, from * bands, (from + length) * bands, 0f);
    }
    for (int i = 0; i < config.bandMasks(); i++) {
      int width = random.nextInt(config.bandMaskBands() + 1);
      int from = random.nextInt(bands - width + 1);
      for (int frame = 0; frame < frames; frame++) {
        Arrays.fill(logMel, frame * bands + from, frame * bands + from + width, 0f);
      }
    }
  }
}

package io.temperline.speech.training;

import io.temperline.speech.preprocessing.Silence;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Varies the windows of the training clips: speed, place in the window, noise, and the masks of
 * SpecAugment (Park et al., Interspeech 2019).
 */
final class Augmenter {

  /** The response's terms: a tilt, and two finer waves. */
  private static final int COLOUR_TERMS = 3;

  private static final float LOWEST_NOISE_DB = -35f;
  private static final float HIGHEST_NOISE_DB = -5f;

  private final AugmentationConfig config;
  private final int windowSamples;
  private final RandomGenerator random;

  Augmenter(AugmentationConfig config, int windowSamples, RandomGenerator random) {
    this.config = config;
    this.windowSamples = windowSamples;
    this.random = random;
  }

  /**
   * One window of a clip.
   *
   * @param samples the clip
   * @param sibling more speech of the same speaker in the same emotion
   */
  float[] window(float[] samples, float[] sibling) {
    float[] clip = samples;
    if (random.nextFloat() < config.joinShare()) {
      clip = join(Silence.TELEPHONE.trim(samples), Silence.TELEPHONE.trim(sibling));
    }
    float[] window = place(changeSpeed(clip, 1 + symmetric(config.speed())));
    if (random.nextFloat() < config.noiseShare()) {
      addNoise(window);
    }
    return window;
  }

  private static float[] join(float[] first, float[] second) {
    float[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
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

  /** A share for mixup: Beta(alpha, alpha), folded to [0.5, 1]; 1 where mixup is off. */
  float mixupShare() {
    if (config.mixupAlpha() <= 0) {
      return 1f;
    }
    double first = gamma(config.mixupAlpha());
    double second = gamma(config.mixupAlpha());
    double share = first + second > 0 ? first / (first + second) : 1;
    return (float) Math.max(share, 1 - share);
  }

  private float symmetric(float range) {
    return (2 * random.nextFloat() - 1) * range;
  }

  /** Reads the clip at another speed by cubic Hermite interpolation. */
  static float[] changeSpeed(float[] samples, float speed) {
    float[] changed = new float[(int) (samples.length / speed)];
    for (int i = 0; i < changed.length; i++) {
      float position = i * speed;
      int at = (int) position;
      float t = position - at;
      float before = samples[Math.max(at - 1, 0)];
      float here = samples[at];
      float next = samples[Math.min(at + 1, samples.length - 1)];
      float after = samples[Math.min(at + 2, samples.length - 1)];
      float a = 0.5f * (after - before) + 1.5f * (here - next);
      float b = before - 2.5f * here + 2 * next - 0.5f * after;
      float c = 0.5f * (next - before);
      changed[i] = ((a * t + b) * t + c) * t + here;
    }
    return changed;
  }

  private float[] place(float[] clip) {
    int spare = clip.length - windowSamples;
    if (spare >= 0) {
      int from = random.nextInt(spare + 1);
      return Arrays.copyOfRange(clip, from, from + windowSamples);
    }
    float[] window = new float[windowSamples];
    System.arraycopy(clip, 0, window, random.nextInt(1 - spare), clip.length);
    return window;
  }

  private void addNoise(float[] window) {
    double energy = 0;
    for (float sample : window) {
      energy += sample * sample;
    }
    double decibels = LOWEST_NOISE_DB + random.nextFloat() * (HIGHEST_NOISE_DB - LOWEST_NOISE_DB);
    double amplitude = Math.sqrt(energy / window.length) * Math.pow(10, decibels / 20);
    for (int i = 0; i < window.length; i++) {
      window[i] += (float) (amplitude * random.nextGaussian());
    }
  }

  /** Gamma(shape, 1) for shapes below 1 (Ahrens and Dieter, "GS", Computing 12, 1974). */
  private double gamma(double shape) {
    double bound = 1 + shape / Math.E;
    while (true) {
      double p = bound * random.nextDouble();
      if (p <= 1) {
        double x = Math.pow(p, 1 / shape);
        if (random.nextDouble() <= Math.exp(-x)) {
          return x;
        }
      } else {
        double x = -Math.log((bound - p) / shape);
        if (random.nextDouble() <= Math.pow(x, shape - 1)) {
          return x;
        }
      }
    }
  }
}

package io.temperline.speech.training;

import io.temperline.speech.augmentation.Augmentation;
import io.temperline.speech.preprocessing.Silence;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Cuts windows from the training clips and varies them: speed, place, noise, and further steps. */
final class WaveformAugmenter {

  /** A step that is made by chance. */
  private record Chance(float share, Augmentation step) {}

  private static final float LOWEST_NOISE_DB = -35f;
  private static final float HIGHEST_NOISE_DB = -5f;

  private final AugmentationConfig config;
  private final int windowSamples;
  private final RandomGenerator random;
  private final List<Chance> steps;

  /**
   * @param noise recordings to take noise from, one channel at 8 kHz each; none are needed where
   *     the config wants none
   */
  WaveformAugmenter(
      AugmentationConfig config, List<float[]> noise, int windowSamples, RandomGenerator random) {
    this.config = config;
    this.steps =
        config.waveform().stream()
            .filter(step -> step.share() > 0)
            .map(step -> new Chance(step.share(), step.augmentation(noise)))
            .toList();
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
    for (Chance chance : steps) {
      if (random.nextFloat() < chance.share()) {
        window = chance.step().apply(window, random);
      }
    }
    return window.length == windowSamples ? window : place(window);
  }

  private static float[] join(float[] first, float[] second) {
    float[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
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
}

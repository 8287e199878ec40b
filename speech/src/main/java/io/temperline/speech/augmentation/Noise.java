package io.temperline.speech.augmentation;

import io.temperline.speech.features.Rms;
import java.util.random.RandomGenerator;

/**
 * Adds noise so many decibels below the speech: the ratio is that of the active speech level
 * ({@link SpeechActivity}) to the noise's mean power, so that pauses in the speech do not count.
 * Silence stays silence.
 */
public final class Noise implements Augmentation {

  /** Makes as many samples of noise as asked for, at least one, of any level. */
  @FunctionalInterface
  private interface Source {
    float[] cut(int length, RandomGenerator random);
  }

  private final Source source;
  private final double speechToNoise;

  private Noise(Source source, double decibels) {
    this.source = source;
    this.speechToNoise = Math.pow(10, decibels / 10);
  }

  /**
   * White Gaussian noise.
   *
   * @param decibels how far it lies below the speech
   */
  public static Noise white(double decibels) {
    return new Noise(Noise::gaussian, decibels);
  }

  /**
   * Noise from a recording, cut at random; where the recording is shorter than the speech it begins
   * again.
   *
   * @param recording one channel at 8 kHz, at least one sample
   * @param decibels how far the cut lies below the speech
   */
  public static Noise from(float[] recording, double decibels) {
    if (recording.length == 0) {
      throw new IllegalArgumentException("a recording of noise needs at least one sample");
    }
    return new Noise((length, random) -> cut(recording, length, random), decibels);
  }

  @Override
  public float[] apply(float[] samples, RandomGenerator random) {
    float[] noise = source.cut(samples.length, random);
    double wanted = SpeechActivity.of(samples).power() / speechToNoise;
    double there = Rms.energy(noise, 0, noise.length) / noise.length;
    float gain = there > 0 ? (float) Math.sqrt(wanted / there) : 0;
    float[] noisy = samples.clone();
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += gain * noise[i];
    }
    return noisy;
  }

  private static float[] gaussian(int length, RandomGenerator random) {
    float[] noise = new float[length];
    for (int i = 0; i < length; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    return noise;
  }

  private static float[] cut(float[] recording, int length, RandomGenerator random) {
    int spare = recording.length - length;
    int from = spare > 0 ? random.nextInt(spare + 1) : random.nextInt(recording.length);
    float[] noise = new float[length];
    for (int i = 0; i < length; i++) {
      noise[i] = recording[(from + i) % recording.length];
    }
    return noise;
  }
}

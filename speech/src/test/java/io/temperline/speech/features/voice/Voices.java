package io.temperline.speech.features.voice;

import java.util.Random;

/** Synthetic voices at 8 kHz. */
final class Voices {

  static final int RATE = 8000;

  private Voices() {}

  /** Smooth pulses at times and of heights that the test chooses, in samples. */
  static float[] pulses(int length, double[] times, double[] heights) {
    float[] samples = new float[length];
    for (int pulse = 0; pulse < times.length; pulse++) {
      for (int i = 0; i < length; i++) {
        double away = (i - times[pulse]) / 3;
        samples[i] += (float) (heights[pulse] * Math.exp(-0.5 * away * away));
      }
    }
    return samples;
  }

  static float[] tone(int length, double hz) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / RATE));
    }
    return samples;
  }

  static float[] noise(int length, double rms) {
    Random random = new Random(1);
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (rms * random.nextGaussian());
    }
    return samples;
  }

  static float[] mix(float[] first, float[] second) {
    float[] sum = first.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += second[i];
    }
    return sum;
  }

  /**
   * A train of impulses that falls by 6 dB an octave, as the voice does at the lips, through
   * resonators, each of a frequency and a bandwidth in Hz.
   */
  static float[] vowel(int length, double pitch, double[][] resonances) {
    double[] samples = new double[length];
    double due = 0;
    for (int i = 0; i < length; i++) {
      if (i >= due) {
        samples[i] = 1;
        due += RATE / pitch;
      }
    }
    for (int i = 1; i < length; i++) {
      samples[i] += Math.exp(-2 * Math.PI * 50 / RATE) * samples[i - 1];
    }
    for (double[] resonance : resonances) {
      double radius = Math.exp(-Math.PI * resonance[1] / RATE);
      double cosine = 2 * radius * Math.cos(2 * Math.PI * resonance[0] / RATE);
      for (int i = 0; i < length; i++) {
        samples[i] += (i > 0 ? cosine * samples[i - 1] : 0);
        samples[i] -= i > 1 ? radius * radius * samples[i - 2] : 0;
      }
    }
    float[] vowel = new float[length];
    for (int i = 0; i < length; i++) {
      vowel[i] = (float) (0.01 * samples[i]);
    }
    return vowel;
  }
}

package io.temperline.speech.training;

import java.util.Arrays;

/** Cuts the silence off both ends of a clip. */
final class Silence {

  private static final int FRAME = 80;
  private static final float BELOW_LOUDEST = 0.03f;

  private Silence() {}

  /** From the first to the last 10 ms frame within 30 dB of the loudest. */
  static float[] trim(float[] samples) {
    int frames = samples.length / FRAME;
    float[] levels = new float[frames];
    float loudest = 0;
    for (int frame = 0; frame < frames; frame++) {
      levels[frame] = rms(samples, frame * FRAME);
      loudest = Math.max(loudest, levels[frame]);
    }
    int first = 0;
    int last = frames - 1;
    while (first < last && levels[first] < BELOW_LOUDEST * loudest) {
      first++;
    }
    while (last > first && levels[last] < BELOW_LOUDEST * loudest) {
      last--;
    }
    return Arrays.copyOfRange(samples, first * FRAME, (last + 1) * FRAME);
  }

  static float[] join(float[] first, float[] second) {
    float[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }

  private static float rms(float[] samples, int from) {
    double energy = 0;
    for (int i = from; i < from + FRAME; i++) {
      energy += samples[i] * samples[i];
    }
    return (float) Math.sqrt(energy / FRAME);
  }
}

package io.temperline.speech.augmentation;

import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.features.Rms;

/**
 * Where a clip holds speech, and how loud that is. As ITU-T Recommendation P.56 (12/2011) has it,
 * speech is active where its level is at most 15.9 dB below the active speech level itself, which
 * is found by going round; in place of P.56's envelope there are frames of 20 ms.
 *
 * @param power mean square of the active frames, 0 for digital silence
 * @param from first sample of the first active frame
 * @param to where the last active frame ends, exclusive
 */
public record SpeechActivity(double power, int from, int to) {

  private static final double MARGIN_DB = 15.9;
  private static final double MARGIN = Math.pow(10, -MARGIN_DB / 10);
  private static final int FRAME = TelephoneLine.SAMPLE_RATE / 50;

  /**
   * @param samples one channel at 8 kHz, at least one
   */
  public static SpeechActivity of(float[] samples) {
    double[] powers = powers(samples);
    double active = 0;
    for (double next = activeAbove(0, powers); next > active; ) {
      active = next;
      next = activeAbove(active * MARGIN, powers);
    }
    int first = 0;
    int last = powers.length - 1;
    while (first < last && powers[first] < active * MARGIN) {
      first++;
    }
    while (last > first && powers[last] < active * MARGIN) {
      last--;
    }
    return new SpeechActivity(active, first * FRAME, Math.min((last + 1) * FRAME, samples.length));
  }

  private static double[] powers(float[] samples) {
    double[] powers = new double[(samples.length + FRAME - 1) / FRAME];
    for (int i = 0; i < powers.length; i++) {
      int length = Math.min(FRAME, samples.length - i * FRAME);
      powers[i] = Rms.energy(samples, i * FRAME, length) / length;
    }
    return powers;
  }

  /** The mean of the powers at or above a threshold; it never falls as the threshold rises. */
  private static double activeAbove(double threshold, double[] powers) {
    double sum = 0;
    int count = 0;
    for (double power : powers) {
      if (power >= threshold) {
        sum += power;
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}

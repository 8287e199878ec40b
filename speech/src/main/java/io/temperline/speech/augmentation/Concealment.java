package io.temperline.speech.augmentation;

import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.features.Rms;

/**
 * Fills gaps by the idea of ITU-T Recommendation G.711, Appendix I (09/1999): the last pitch period
 * is repeated, in full for 10 ms, then fading by 20 % every 10 ms, silent from 60 ms on.
 *
 * <p>Simplified: it always repeats one period where the appendix goes on to two and three, searches
 * the period sample by sample, and crossfades only where the sound comes back, over 4 ms.
 */
final class Concealment {

  private static final int MS = TelephoneLine.SAMPLE_RATE / 1000;

  /** The appendix' pitch range, 200 to 66 Hz. */
  private static final int SHORTEST_PERIOD = 5 * MS;

  private static final int LONGEST_PERIOD = 15 * MS;

  /** How much of the past is compared with what lay a period before it. */
  private static final int COMPARED = 20 * MS;

  private static final int FULL = 10 * MS;
  private static final int SILENT_FROM = 60 * MS;
  private static final int CROSSFADE = 4 * MS;

  private Concealment() {}

  /**
   * Fills [{@code from}, {@code to}) with what came before, or with silence where too little did,
   * and blends the next 4 ms.
   */
  static void fill(float[] samples, int from, int to) {
    int period = from >= COMPARED + LONGEST_PERIOD ? period(samples, from) : 0;
    int end = Math.min(to + CROSSFADE, samples.length);
    for (int i = from; i < end; i++) {
      float made = period == 0 ? 0 : repeated(samples, from, period, i - from);
      float there = Math.max(0, (i - to + 1) / (CROSSFADE + 1f));
      samples[i] = there * samples[i] + (1 - there) * made;
    }
  }

  private static float repeated(float[] samples, int from, int period, int into) {
    return level(into) * samples[from - period + into % period];
  }

  private static float level(int into) {
    float faded = (into - FULL) / (float) (SILENT_FROM - FULL);
    return Math.max(0, 1 - Math.max(0, faded));
  }

  /** The lag at which the end of the past resembles the past most (normalised correlation). */
  private static int period(float[] samples, int end) {
    int start = end - COMPARED;
    int best = SHORTEST_PERIOD;
    double highest = Double.NEGATIVE_INFINITY;
    for (int lag = SHORTEST_PERIOD; lag <= LONGEST_PERIOD; lag++) {
      double product = 0;
      for (int i = start; i < end; i++) {
        product += (double) samples[i] * samples[i - lag];
      }
      double energy = Rms.energy(samples, start - lag, COMPARED);
      double resemblance = energy > 0 ? product / Math.sqrt(energy) : 0;
      if (resemblance > highest) {
        highest = resemblance;
        best = lag;
      }
    }
    return best;
  }
}

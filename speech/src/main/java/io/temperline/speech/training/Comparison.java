package io.temperline.speech.training;

import java.util.random.RandomGenerator;

/**
 * Which windows of a batch are heard against which others of the same speaker, as in a call those
 * that follow are against its beginning: many against none, as a call begins, the others against a
 * random part of them, whatever their emotions.
 */
final class Comparison {

  private static final float ALONE = 0.4f;

  private Comparison() {}

  /**
   * @param count windows of the batch, one speaker's side by side
   * @param perSpeaker how many of each speaker
   * @return [count x count]: times the windows' traits, it gives what to add to their logits
   */
  static float[] draw(int count, int perSpeaker, RandomGenerator random) {
    float[] comparison = new float[count * count];
    for (int window = 0; window < count; window++) {
      int from = window - window % perSpeaker;
      boolean[] chosen = choose(perSpeaker, window - from, random);
      int others = count(chosen);
      if (others > 0) {
        comparison[window * count + window] = 1;
        for (int i = 0; i < perSpeaker; i++) {
          if (chosen[i]) {
            comparison[window * count + from + i] = -1f / others;
          }
        }
      }
    }
    return comparison;
  }

  private static boolean[] choose(int perSpeaker, int self, RandomGenerator random) {
    boolean[] chosen = new boolean[perSpeaker];
    if (random.nextFloat() >= ALONE) {
      float share = random.nextFloat();
      for (int i = 0; i < perSpeaker; i++) {
        chosen[i] = random.nextFloat() < share && i != self;
      }
    }
    return chosen;
  }

  private static int count(boolean[] chosen) {
    int count = 0;
    for (boolean one : chosen) {
      count += one ? 1 : 0;
    }
    return count;
  }
}

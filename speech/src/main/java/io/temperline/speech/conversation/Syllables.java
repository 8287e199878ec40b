package io.temperline.speech.conversation;

import io.temperline.speech.features.Decibels;
import java.util.Arrays;

/**
 * Counts syllables as they are spoken, after de Jong and Wempe (2009): peaks of the intensity above
 * the silence, {@link #DIP_DB} or more above the dips on both sides, in which there is a voice. The
 * intensity is the power of 30 ms. Silence is what the speech threshold says, where they take 25 dB
 * below the recording's loudest, which nobody knows while it goes on.
 */
final class Syllables {

  private static final float DIP_DB = 2;
  private static final int SMOOTHED = 3;

  private final float[] powers = new float[SMOOTHED];
  private int next;
  private boolean rising;

  /** The highest level of the rise, or the lowest of the fall. */
  private float turn = Decibels.FLOOR;

  /** A peak was left behind that counts as soon as there is a voice. */
  private boolean peaked;

  private boolean voiced;

  /** A voice was found in the stretch that ends with the last frame. */
  void voiced() {
    voiced = true;
  }

  /**
   * @param power mean square of the frame's samples
   * @param threshold what is no silence, dBFS
   * @return how many syllables it completes, 0 or 1
   */
  int take(float power, float threshold) {
    powers[next] = power;
    next = (next + 1) % SMOOTHED;
    follow(intensity(), threshold);
    if (!peaked || !voiced) {
      return 0;
    }
    peaked = false;
    return 1;
  }

  private void follow(float level, float threshold) {
    if (rising && level > turn || !rising && level < turn) {
      turn = level;
    } else if (rising && turn - level >= DIP_DB) {
      rising = false;
      peaked = turn > threshold;
      turn = level;
    } else if (!rising && level - turn >= DIP_DB) {
      rising = true;
      peaked = false;
      voiced = false;
      turn = level;
    }
  }

  private float intensity() {
    float sum = 0;
    for (float power : powers) {
      sum += power;
    }
    return Decibels.ofPower(sum / SMOOTHED);
  }

  /** What was heard does not belong to what follows. */
  void reset() {
    Arrays.fill(powers, 0);
    rising = false;
    turn = Decibels.FLOOR;
    peaked = false;
    voiced = false;
  }

  void carry(StateTape tape) {
    tape.reals(powers);
    next = tape.number(next);
    rising = tape.flag(rising);
    turn = tape.real(turn);
    peaked = tape.flag(peaked);
    voiced = tape.flag(voiced);
  }
}

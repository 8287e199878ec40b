package io.temperline.speech.preprocessing;

import io.temperline.speech.features.Rms;
import java.util.Arrays;

/**
 * Finds silence and takes it out: the frames whose root mean square is further below the loudest
 * frame's than a range. The loudest is known at the end alone, so that this is for whole signals.
 *
 * @param frameLength samples of a frame; what is left over at the end of a signal is dropped
 * @param belowLoudest the least share of the loudest frame's level that is no silence, 0 to 1
 */
public record Silence(int frameLength, float belowLoudest) {

  /** 10 ms frames at 8 kHz, within 30 dB of the loudest. */
  public static final Silence TELEPHONE = new Silence(80, 0.03f);

  public Silence {
    if (frameLength < 1 || !(belowLoudest >= 0 && belowLoudest <= 1)) {
      throw new IllegalArgumentException(
          "no silence is found in frames of " + frameLength + " below " + belowLoudest);
    }
  }

  /** Cuts silence off both ends: from the first to the last frame that is none, as a new array. */
  public float[] trim(float[] samples) {
    boolean[] silent = silentFrames(samples);
    int first = 0;
    int last = silent.length - 1;
    while (first < last && silent[first]) {
      first++;
    }
    while (last > first && silent[last]) {
      last--;
    }
    return Arrays.copyOfRange(samples, first * frameLength, (last + 1) * frameLength);
  }

  /** Takes all silent frames out, pauses too, as a new array. */
  public float[] remove(float[] samples) {
    boolean[] silent = silentFrames(samples);
    float[] kept = new float[samples.length];
    int length = 0;
    for (int frame = 0; frame < silent.length; frame++) {
      if (!silent[frame]) {
        System.arraycopy(samples, frame * frameLength, kept, length, frameLength);
        length += frameLength;
      }
    }
    return Arrays.copyOf(kept, length);
  }

  private boolean[] silentFrames(float[] samples) {
    float[] levels = new float[samples.length / frameLength];
    float loudest = 0;
    for (int frame = 0; frame < levels.length; frame++) {
      levels[frame] = Rms.of(samples, frame * frameLength, frameLength);
      loudest = Math.max(loudest, levels[frame]);
    }
    boolean[] silent = new boolean[levels.length];
    for (int frame = 0; frame < levels.length; frame++) {
      silent[frame] = levels[frame] < belowLoudest * loudest;
    }
    return silent;
  }
}

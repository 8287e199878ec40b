package io.temperline.speech.window;

import io.temperline.speech.features.Decibels;
import java.util.Arrays;

/**
 * The levels of a window's blocks of one hop (10 ms), in a ring, and what they say about the
 * window.
 *
 * <p>A block holds speech if its level is above the window's noise floor, which is the level that a
 * tenth of its blocks stay below, by {@link #ABOVE_FLOOR_DB}. The threshold is kept between {@link
 * #LEAST_THRESHOLD_DBFS}, so that the hiss of a quiet line is no speech, and {@link
 * #GREATEST_THRESHOLD_DBFS}, so that a window full of speech, whose floor is speech itself, is.
 * Loud noise and music count as speech: energy alone cannot tell them apart. A block with lost
 * samples is neither speech nor floor.
 */
final class LevelMeter {

  static final float ABOVE_FLOOR_DB = 12;
  static final float LEAST_THRESHOLD_DBFS = -52;
  static final float GREATEST_THRESHOLD_DBFS = -35;

  /** The outermost step of mu-law and of A-law, and all beyond it. */
  private static final float CLIPPED_FROM = 32_124 / 32_768f;

  private final int blockLength;
  private final double[] energy;
  private final float[] level;
  private final int[] clipped;
  private final int[] lost;
  private final float[] sorted;

  /** Where the next block goes: in a full ring, the oldest block's place. */
  private int next;

  LevelMeter(int blockLength, int blocks) {
    this.blockLength = blockLength;
    energy = new double[blocks];
    level = new float[blocks];
    clipped = new int[blocks];
    lost = new int[blocks];
    sorted = new float[blocks];
  }

  /** Takes the block that begins at {@code offset}, {@code lostSamples} of which are fill. */
  void add(float[] samples, int offset, double energyOfBlock, int lostSamples) {
    energy[next] = energyOfBlock;
    level[next] = Decibels.ofPower((float) (energy[next] / blockLength));
    clipped[next] = countClipped(samples, offset);
    lost[next] = lostSamples;
    next = (next + 1) % energy.length;
  }

  /** The quality of the window that the last blocks make up. The ring must have been filled. */
  SpeechQuality quality() {
    double totalEnergy = 0;
    int totalClipped = 0;
    int totalLost = 0;
    // From the oldest on: sums of floating-point numbers depend on their order.
    for (int i = 0; i < energy.length; i++) {
      int block = (next + i) % energy.length;
      totalEnergy += energy[block];
      totalClipped += clipped[block];
      totalLost += lost[block];
    }
    int samples = energy.length * blockLength;
    int arrived = Math.max(samples - totalLost, 1);
    return new SpeechQuality(
        (float) speechBlocks() / energy.length,
        (float) totalLost / samples,
        (float) totalClipped / arrived,
        Decibels.ofPower((float) (totalEnergy / arrived)));
  }

  private int speechBlocks() {
    float threshold = speechThreshold();
    int speech = 0;
    for (int block = 0; block < level.length; block++) {
      if (lost[block] == 0 && level[block] > threshold) {
        speech++;
      }
    }
    return speech;
  }

  private float speechThreshold() {
    int whole = 0;
    for (int block = 0; block < level.length; block++) {
      if (lost[block] == 0) {
        sorted[whole++] = level[block];
      }
    }
    if (whole == 0) {
      return GREATEST_THRESHOLD_DBFS;
    }
    Arrays.sort(sorted, 0, whole);
    float floor = sorted[whole / 10];
    return Math.max(
        LEAST_THRESHOLD_DBFS, Math.min(GREATEST_THRESHOLD_DBFS, floor + ABOVE_FLOOR_DB));
  }

  private int countClipped(float[] samples, int offset) {
    int count = 0;
    for (int i = offset; i < offset + blockLength; i++) {
      if (Math.abs(samples[i]) >= CLIPPED_FROM) {
        count++;
      }
    }
    return count;
  }
}

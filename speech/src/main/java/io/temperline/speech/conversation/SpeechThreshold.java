package io.temperline.speech.conversation;

import java.util.Arrays;

/**
 * The level above which a frame is speech: {@value #ABOVE_FLOOR_DB} dB above the noise floor, which
 * is the least level of the last 3.5 to 4 s, after the minimum statistics of Martin (2001) without
 * their smoothing. So the threshold follows a falling noise at once and a rising one within 4 s. It
 * is kept in the bounds that the windows' speech share has too: hiss of a quiet line is no speech,
 * and somebody who speaks without a pause is.
 */
final class SpeechThreshold {

  static final float ABOVE_FLOOR_DB = 12;
  static final float LEAST_DBFS = -52;
  static final float GREATEST_DBFS = -35;

  private static final int PARTS = 8;
  private static final int FRAMES_PER_PART = 50;

  /** The least level of each of the last half seconds, the current one's included. */
  private final float[] least = new float[PARTS];

  private int part;
  private int filled;

  SpeechThreshold() {
    Arrays.fill(least, Float.POSITIVE_INFINITY);
  }

  /** Takes the next frame's level and says what the threshold is for it. */
  float after(float dbfs) {
    if (filled == FRAMES_PER_PART) {
      filled = 0;
      part = (part + 1) % PARTS;
      least[part] = Float.POSITIVE_INFINITY;
    }
    filled++;
    least[part] = Math.min(least[part], dbfs);
    return Math.max(LEAST_DBFS, Math.min(GREATEST_DBFS, floor() + ABOVE_FLOOR_DB));
  }

  private float floor() {
    float floor = Float.POSITIVE_INFINITY;
    for (float ofPart : least) {
      floor = Math.min(floor, ofPart);
    }
    return floor;
  }

  void carry(StateTape tape) {
    tape.reals(least);
    part = tape.number(part);
    filled = tape.number(filled);
  }
}

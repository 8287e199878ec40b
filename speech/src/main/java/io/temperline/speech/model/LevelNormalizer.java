package io.temperline.speech.model;

import java.util.Arrays;

/**
 * Takes the level of a call out of a log-mel window, so that a quiet line and a loud one look alike
 * to the network.
 *
 * <p>The reference is the 90th percentile over the frames of each frame's strongest band: the level
 * of the window's loud speech, which a click does not move. Values are measured from there, cut off
 * below at {@value #FLOOR_DB} dB, and scaled to about [-1, 2].
 */
public final class LevelNormalizer {

  private static final float PERCENTILE = 0.9f;
  private static final float FLOOR_DB = -60f;
  private static final float CENTRE_DB = -35f;
  private static final float SCALE_DB = 25f;

  private LevelNormalizer() {}

  /**
   * @param logMel time-major [frames x bands], dB
   * @param bands mel bands per frame
   * @return a new array of the same layout
   */
  public static float[] normalize(float[] logMel, int bands) {
    float reference = reference(logMel, bands);
    float[] levelled = new float[logMel.length];
    for (int i = 0; i < logMel.length; i++) {
      float relative = Math.max(FLOOR_DB, logMel[i] - reference);
      levelled[i] = (relative - CENTRE_DB) / SCALE_DB;
    }
    return levelled;
  }

  private static float reference(float[] logMel, int bands) {
    float[] strongest = new float[logMel.length / bands];
    for (int frame = 0; frame < strongest.length; frame++) {
      strongest[frame] = strongest(logMel, frame * bands, bands);
    }
    Arrays.sort(strongest);
    return strongest[(int) (PERCENTILE * (strongest.length - 1))];
  }

  private static float strongest(float[] logMel, int from, int bands) {
    float strongest = logMel[from];
    for (int i = from + 1; i < from + bands; i++) {
      strongest = Math.max(strongest, logMel[i]);
    }
    return strongest;
  }
}

package io.temperline.speech.window;

/**
 * The limits beyond which a window is not scored, all as shares of [0, 1].
 *
 * @param silentBelow with a smaller share of speech a window is silent
 * @param minSpeechShare with a smaller share of speech a window is not scored; at least {@code
 *     silentBelow}
 * @param maxLostShare with a greater share of lost samples a window is not scored
 * @param maxClippedShare with a greater share of clipped samples a window is not scored
 */
public record SpeechGateConfig(
    float silentBelow, float minSpeechShare, float maxLostShare, float maxClippedShare) {

  /**
   * In a window of 3 s: silent below 90 ms of speech, scored from 600 ms on, 300 ms may be lost.
   */
  public static final SpeechGateConfig DEFAULT = new SpeechGateConfig(0.03f, 0.2f, 0.1f, 0.1f);

  public SpeechGateConfig {
    requireShare("silentBelow", silentBelow);
    requireShare("minSpeechShare", minSpeechShare);
    requireShare("maxLostShare", maxLostShare);
    requireShare("maxClippedShare", maxClippedShare);
    if (silentBelow > minSpeechShare) {
      throw new IllegalArgumentException(
          "Speech gate: silentBelow, "
              + silentBelow
              + ", is above minSpeechShare, "
              + minSpeechShare);
    }
  }

  private static void requireShare(String what, float share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "Speech gate: " + what + " must be in [0, 1], not " + share);
    }
  }
}

package io.temperline.speech.features.pitch;

/**
 * The pitches that are looked for.
 *
 * @param sampleRate samples per second
 * @param frameLength samples of a frame; two periods of the lowest pitch or more are best
 * @param fMin lowest pitch in Hz; a period and a sample of it must fit the frame
 * @param fMax highest pitch in Hz, at most half the sample rate
 */
public record PitchRange(int sampleRate, int frameLength, double fMin, double fMax) {

  public PitchRange {
    if (fMin <= 0 || fMin >= fMax || fMax > sampleRate / 2.0) {
      throw new IllegalArgumentException(
          "pitches lie between 0 and " + sampleRate / 2.0 + " Hz, not " + fMin + " to " + fMax);
    }
    if (sampleRate / fMin >= frameLength - 1) {
      throw new IllegalArgumentException(
          "a period of " + fMin + " Hz does not fit a frame of " + frameLength + " samples");
    }
  }

  /** Shortest period in whole samples. */
  public int minPeriod() {
    return Math.max(1, (int) Math.floor(sampleRate / fMax));
  }

  /** Longest period in whole samples. */
  public int maxPeriod() {
    return Math.min(frameLength - 1, (int) Math.ceil(sampleRate / fMin));
  }
}

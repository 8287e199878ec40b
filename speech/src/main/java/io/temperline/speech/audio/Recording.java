package io.temperline.speech.audio;

/**
 * A recording in memory.
 *
 * @param sampleRate samples per second of each channel, 8,000 to 48,000
 * @param channels one array per channel, all of the same length of at least one sample, full scale
 *     being [-1, 1]
 */
public record Recording(int sampleRate, float[][] channels) {

  public Recording {
    if (channels.length == 0 || channels[0].length == 0) {
      throw new IllegalArgumentException("A recording has at least one channel and one sample");
    }
    for (float[] channel : channels) {
      if (channel.length != channels[0].length) {
        throw new IllegalArgumentException("The channels of a recording are equally long");
      }
    }
  }

  /** Samples per channel. */
  public int length() {
    return channels[0].length;
  }

  /** Duration in milliseconds, rounded down. */
  public long durationMs() {
    return length() * 1000L / sampleRate;
  }
}

package io.temperline.speech.audio;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Gathers the samples of a file as they are decoded, and checks at the end that all came. */
final class SampleCollector {

  private static final int FIRST_CAPACITY = 1 << 16;

  private final float[][] channels;
  private int length;

  SampleCollector(int channels) {
    this.channels = new float[channels][FIRST_CAPACITY];
  }

  int channels() {
    return channels.length;
  }

  void ensureRoomFor(int more) {
    int needed = Math.addExact(length, more);
    for (int c = 0; c < channels.length; c++) {
      if (channels[c].length < needed) {
        channels[c] = Arrays.copyOf(channels[c], Math.max(needed, channels[c].length * 2));
      }
    }
  }

  /** Puts a sample {@code ahead} places after the last finished one. */
  void put(int channel, int ahead, float sample) {
    channels[channel][length + ahead] = sample;
  }

  void advance(int samples) {
    length += samples;
  }

  Recording finish(Path file, int sampleRate) {
    if (length == 0) {
      throw new UnreadableRecordingException(file, "holds no samples; record or copy it again");
    }
    float[][] exact = new float[channels.length][];
    for (int c = 0; c < exact.length; c++) {
      exact[c] = Arrays.copyOf(channels[c], length);
    }
    return new Recording(sampleRate, exact);
  }

  /** As {@link #finish(Path, int)}, for a file whose header says how many samples there are. */
  Recording finish(Path file, int sampleRate, long announced) {
    if (length < announced) {
      throw new UnreadableRecordingException(
          file,
          String.format(
              Locale.ROOT, "cut off after %,d of %,d samples; copy it again", length, announced));
    }
    return finish(file, sampleRate);
  }
}

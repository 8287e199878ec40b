package io.temperline.speech.window;

import java.time.Duration;

/**
 * The window grid of a channel: window k is [k · hop, k · hop + length) of its audio.
 *
 * @param length duration of a window, whole milliseconds
 * @param hop time from the start of one window to the next, whole milliseconds, at most {@code
 *     length}
 */
public record WindowConfig(Duration length, Duration hop) {

  /** Windows of 3 s every second. */
  public static final WindowConfig DEFAULT =
      new WindowConfig(Duration.ofSeconds(3), Duration.ofSeconds(1));

  public WindowConfig {
    requireWholeMilliseconds("length", length);
    requireWholeMilliseconds("hop", hop);
    if (hop.compareTo(length) > 0) {
      throw new IllegalArgumentException(
          "Windows every " + hop + " of " + length + " would leave audio out: shorten the hop");
    }
  }

  /** Where a window begins, in milliseconds of the channel's audio. */
  public long startMs(long index) {
    return index * hop.toMillis();
  }

  /** Where a window ends (exclusive), in milliseconds of the channel's audio. */
  public long endMs(long index) {
    return startMs(index) + length.toMillis();
  }

  private static void requireWholeMilliseconds(String what, Duration duration) {
    if (duration.isNegative() || duration.isZero() || duration.toNanosPart() % 1_000_000 != 0) {
      throw new IllegalArgumentException(
          "A window's " + what + " must be some whole milliseconds, not " + duration);
    }
  }
}

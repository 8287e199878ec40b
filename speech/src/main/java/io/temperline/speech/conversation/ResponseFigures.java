package io.temperline.speech.conversation;

import java.util.OptionalLong;

/**
 * How long one side's turns come after the end of the other's speech; 0 for one that began before
 * it. Empty before the first.
 *
 * @param count how many
 * @param meanMs their mean, rounded down
 * @param medianMs at least half are as short, rounded up to 100 ms
 * @param p90Ms nine of ten are as short, rounded up to 100 ms
 * @param longestMs the longest
 */
public record ResponseFigures(
    int count,
    OptionalLong meanMs,
    OptionalLong medianMs,
    OptionalLong p90Ms,
    OptionalLong longestMs) {

  static final ResponseFigures NONE =
      new ResponseFigures(
          0,
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          OptionalLong.empty());
}

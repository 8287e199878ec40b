package io.temperline.speech.conversation;

import java.util.OptionalLong;

/** How long one side lets the other wait for an answer: counted by tenths of a second. */
final class Responses {

  private static final int STEP_MS = 100;

  /** Answers that take longer than 10 s are counted together. */
  private final int[] counts = new int[10_000 / STEP_MS + 1];

  private int all;
  private long sumMs;
  private long longestMs;

  void add(long ms) {
    counts[(int) Math.min(ms / STEP_MS, counts.length - 1)]++;
    all++;
    sumMs += ms;
    longestMs = Math.max(longestMs, ms);
  }

  ResponseFigures figures() {
    return all == 0
        ? ResponseFigures.NONE
        : new ResponseFigures(
            all,
            OptionalLong.of(sumMs / all),
            OptionalLong.of(percentile(50)),
            OptionalLong.of(percentile(90)),
            OptionalLong.of(longestMs));
  }

  /** Nearest rank: the upper edge of its tenth of a second, but no more than the longest. */
  private long percentile(int percent) {
    int step = 0;
    for (long upTo = counts[0]; upTo * 100 < (long) percent * all; upTo += counts[step]) {
      step++;
    }
    return step == counts.length - 1 ? longestMs : Math.min(longestMs, (step + 1L) * STEP_MS);
  }

  void carry(StateTape tape) {
    tape.numbers(counts);
    all = tape.number(all);
    sumMs = tape.number(sumMs);
    longestMs = tape.number(longestMs);
  }
}

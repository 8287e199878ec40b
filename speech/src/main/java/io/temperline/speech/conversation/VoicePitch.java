package io.temperline.speech.conversation;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The pitches of one side's voiced stretches of 40 ms, counted by quarters of a semitone: of the
 * call, of its beginning, and of late. Medians, since a voice is now and then heard an octave off.
 */
final class VoicePitch {

  /** Stretches that make the beginning, and the present: 4 s of voiced speech. */
  private static final int STRETCHES = 100;

  /** Fewer say nothing: 1 s. */
  private static final int FEWEST = 25;

  private static final int PER_SEMITONE = 4;
  private static final int PER_OCTAVE = 12 * PER_SEMITONE;
  private static final int STEPS = stepOf(PitchMeter.HIGHEST_HZ) + 1;

  private final int[] counts = new int[STEPS];
  private final int[] last = new int[STRETCHES];
  private int voiced;
  private int beginning;

  void add(double hz) {
    int step = Math.max(0, Math.min(STEPS - 1, stepOf(hz)));
    counts[step]++;
    last[voiced % STRETCHES] = step;
    voiced++;
    if (voiced == STRETCHES) {
      beginning = medianOfLast();
    }
  }

  /** Of the call. */
  OptionalDouble medianHz() {
    return voiced < FEWEST ? OptionalDouble.empty() : OptionalDouble.of(hz(median()));
  }

  /** Of the last 4 s of voiced speech. */
  OptionalDouble recentMedianHz() {
    return voiced < FEWEST ? OptionalDouble.empty() : OptionalDouble.of(hz(medianOfLast()));
  }

  /** Of the last 4 s of voiced speech against the first, once these are over. */
  OptionalDouble riseSemitones() {
    return voiced < STRETCHES
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) (medianOfLast() - beginning) / PER_SEMITONE);
  }

  private int median() {
    int step = 0;
    for (int below = counts[0]; 2L * below < voiced; below += counts[step]) {
      step++;
    }
    return step;
  }

  private int medianOfLast() {
    int[] sorted = Arrays.copyOf(last, Math.min(voiced, STRETCHES));
    Arrays.sort(sorted);
    return sorted[(sorted.length - 1) / 2];
  }

  private static int stepOf(double hz) {
    return (int)
        Math.rint(PER_OCTAVE * StrictMath.log(hz / PitchMeter.LOWEST_HZ) / StrictMath.log(2));
  }

  private static double hz(int step) {
    return PitchMeter.LOWEST_HZ * StrictMath.pow(2, (double) step / PER_OCTAVE);
  }

  void carry(StateTape tape) {
    tape.numbers(counts);
    tape.numbers(last);
    voiced = tape.number(voiced);
    beginning = tape.number(beginning);
  }
}

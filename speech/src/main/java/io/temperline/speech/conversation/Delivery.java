package io.temperline.speech.conversation;

import io.temperline.speech.features.Decibels;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How loud and how fast one side speaks: in the call, in its first and in its last 10 s of speech.
 */
final class Delivery {

  /** Loud frames that make a second of speech. */
  private static final int FRAMES = 100;

  private static final int RECENT = 10;

  private final Sum call = new Sum();
  private final Sum beginning = new Sum();
  private final Sum[] seconds =
      IntStream.rangeClosed(0, RECENT).mapToObj(i -> new Sum()).toArray(Sum[]::new);

  /** Whole seconds of speech; the place in the ring of the one that goes on. */
  private int whole;

  /** Adds the mean squares of loud frames. */
  void loud(double powers, int frames) {
    current().power += powers;
    current().loud += frames;
    if (current().loud >= FRAMES) {
      endSecond();
    }
  }

  void spoke(int frames) {
    current().spoken += frames;
  }

  void syllables(int count) {
    current().syllables += count;
  }

  private Sum current() {
    return seconds[whole % seconds.length];
  }

  private void endSecond() {
    call.add(current());
    if (whole < RECENT) {
      beginning.add(current());
    }
    whole++;
    current().clear();
  }

  long spokenFrames() {
    return call.spoken + current().spoken;
  }

  /** Of the call, syllables a second, once there is a second of speech. */
  OptionalDouble rate() {
    Sum all = new Sum();
    all.add(call);
    all.add(current());
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(all.rate());
  }

  OptionalDouble recentRate() {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(recent().rate());
  }

  /** Of the call, dBFS, once there is a second of speech. */
  OptionalDouble level() {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(call.level());
  }

  OptionalDouble recentLevel() {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(recent().level());
  }

  /** Of the last 10 s of speech against the first, dB, once these are over. */
  OptionalDouble rise() {
    return whole < RECENT
        ? OptionalDouble.empty()
        : OptionalDouble.of(recent().level() - beginning.level());
  }

  private Sum recent() {
    Sum recent = new Sum();
    for (int second = Math.max(0, whole - RECENT); second < whole; second++) {
      recent.add(seconds[second % seconds.length]);
    }
    return recent;
  }

  void carry(StateTape tape) {
    whole = tape.number(whole);
    call.carry(tape);
    beginning.carry(tape);
    for (Sum second : seconds) {
      second.carry(tape);
    }
  }

  private static final class Sum {

    private double power;
    private long loud;
    private long spoken;
    private long syllables;

    private void add(Sum other) {
      power += other.power;
      loud += other.loud;
      spoken += other.spoken;
      syllables += other.syllables;
    }

    private void clear() {
      power = 0;
      loud = 0;
      spoken = 0;
      syllables = 0;
    }

    private double rate() {
      return syllables / (spoken * Conversation.FRAME_MS / 1000.0);
    }

    private double level() {
      return Decibels.ofPower((float) (power / loud));
    }

    private void carry(StateTape tape) {
      power = tape.real(power);
      loud = tape.number(loud);
      spoken = tape.number(spoken);
      syllables = tape.number(syllables);
    }
  }
}

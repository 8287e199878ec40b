package io.temperline.speech.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private static final int COUNT = 400;
  private static final int PER_SPEAKER = 4;

  private final float[] comparison = Comparison.draw(COUNT, PER_SPEAKER, new Random(1));

  @Test
  void whatAllWindowsOfASpeakerShareCancelsOut() {
    for (int window = 0; window < COUNT; window++) {
      double sum = 0;
      for (int other = 0; other < COUNT; other++) {
        sum += at(window, other);
      }
      assertThat(sum).isCloseTo(0, within(1e-6));
    }
  }

  @Test
  void noWindowIsHeardAgainstAnotherSpeaker() {
    for (int window = 0; window < COUNT; window++) {
      for (int other = 0; other < COUNT; other++) {
        if (window / PER_SPEAKER != other / PER_SPEAKER) {
          assertThat(at(window, other)).isZero();
        }
      }
    }
  }

  @Test
  void someWindowsAreHeardAloneAndSomeAgainstAllOthers() {
    int alone = 0;
    int againstThree = 0;
    for (int window = 0; window < COUNT; window++) {
      alone += at(window, window) == 0 ? 1 : 0;
      int from = window - window % PER_SPEAKER;
      int others = 0;
      for (int other = from; other < from + PER_SPEAKER; other++) {
        others += at(window, other) < 0 ? 1 : 0;
      }
      againstThree += others == PER_SPEAKER - 1 ? 1 : 0;
    }
    assertThat(alone).isBetween(COUNT * 4 / 10, COUNT * 7 / 10);
    assertThat(againstThree).isBetween(COUNT / 20, COUNT / 4);
  }

  private float at(int window, int other) {
    return comparison[window * COUNT + other];
  }
}

package io.temperline.speech.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MixupTest {

  @Test
  void theLargerShareIsForTheWindowItself() {
    Mixup mixup = new Mixup(0.3, new Random(1));
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      float share = mixup.share();
      assertThat(share).isBetween(0.5f, 1f);
      sum += share;
    }
    // The mean of 400,000 draws of Beta(0.3, 0.3) by another library, folded at one half.
    assertThat(sum / 10_000).isCloseTo(0.866, within(0.01));
  }

  @Test
  void withoutMixupAWindowStaysItself() {
    assertThat(new Mixup(0, new Random(1)).share()).isEqualTo(1);
  }
}

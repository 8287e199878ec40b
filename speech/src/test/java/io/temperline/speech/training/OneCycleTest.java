package io.temperline.speech.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OneCycleTest {

  private final OneCycle rate = new OneCycle(0.01f, 1_000);

  @Test
  void risesToItsPeakAndFallsToNearlyNothing() {
    assertThat(rate.getNewValue(0)).isCloseTo(1e-5f, within(1e-8f));
    assertThat(rate.getNewValue(50)).isCloseTo(0.005f, within(1e-4f));
    assertThat(rate.getNewValue(100)).isCloseTo(0.01f, within(1e-6f));
    assertThat(rate.getNewValue(550)).isCloseTo(0.005f, within(1e-4f));
    assertThat(rate.getNewValue(1_000)).isCloseTo(1e-5f, within(1e-8f));
    assertThat(rate.getNewValue(2_000)).isCloseTo(1e-5f, within(1e-8f));
  }
}

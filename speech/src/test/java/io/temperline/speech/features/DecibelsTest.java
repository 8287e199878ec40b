package io.temperline.speech.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecibelsTest {

  @Test
  void agreesWithTheLogarithmOverTheWholeRange() {
    for (float power = 1.001e-10f; power < 1e10f; power *= 1.0007f) {
      assertThat(Decibels.ofPower(power))
          .isCloseTo((float) (10 * Math.log10(power)), within(1e-4f));
    }
  }

  @Test
  void neverFallsWhenPowerRises() {
    float last = Decibels.FLOOR;
    for (float power = 1; power < 4; power = Math.nextUp(power + 1e-6f)) {
      float decibels = Decibels.ofPower(power);
      assertThat(decibels).isGreaterThanOrEqualTo(last);
      last = decibels;
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {0, 1e-10f, 1e-30f, Float.MIN_VALUE, -1, Float.NaN})
  void endsAtMinusAHundred(float power) {
    assertThat(Decibels.ofPower(power)).isEqualTo(-100);
  }

  @Test
  void putsFullPowerAtZero() {
    assertThat(Decibels.ofPower(1)).isZero();
  }
}

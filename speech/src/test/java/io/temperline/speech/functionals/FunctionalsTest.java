package io.temperline.speech.functionals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FunctionalsTest {

  private static final float[] VALUES = {1, 2, 2, 3, 9};

  @Test
  void areTheMomentsThatScipyComputes() {
    Functionals of = Functionals.of(VALUES);

    assertThat(of.mean()).isCloseTo(3.4, within(1e-9));
    assertThat(of.standardDeviation()).isCloseTo(2.8705400, within(1e-6));
    assertThat(of.skewness()).isCloseTo(1.3210870, within(1e-6));
    assertThat(of.kurtosis()).isCloseTo(0.0172966, within(1e-6));
  }

  @Test
  void theSlopeIsThatOfTheBestLine() {
    assertThat(Functionals.of(VALUES).slope()).isCloseTo(1.7, within(1e-9));
    assertThat(Functionals.of(new float[] {5}).slope()).isZero();
  }

  @Test
  void percentilesLieOnStraightLinesBetweenTheSortedValues() {
    float[] unsorted = {9, 1, 2, 3, 2};

    assertThat(Functionals.percentile(unsorted, 0)).isEqualTo(1);
    assertThat(Functionals.percentile(unsorted, 50)).isEqualTo(2);
    assertThat(Functionals.percentile(unsorted, 90)).isCloseTo(6.6, within(1e-9));
    assertThat(Functionals.percentile(unsorted, 100)).isEqualTo(9);
    assertThat(unsorted).containsExactly(9, 1, 2, 3, 2);
  }

  @Test
  void whatIsAllTheSameHasNoShape() {
    Functionals of = Functionals.of(new float[] {0.1f, 0.1f, 0.1f});

    assertThat(of.skewness()).isZero();
    assertThat(of.kurtosis()).isZero();
  }

  @Test
  void thereAreNoneOfNothing() {
    assertThatThrownBy(() -> Functionals.of(new float[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Functionals.percentile(VALUES, 101))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

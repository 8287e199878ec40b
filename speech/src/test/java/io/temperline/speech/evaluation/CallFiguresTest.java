package io.temperline.speech.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.evaluation.ComposedCall.Stretch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallFiguresTest {

  @Test
  void theFirstAlertOfTheAngerCountsAndThoseElsewhereAreFalse() {
    CallOutcome outcome = angry(5_000, 27_000, 33_000, 60_000);

    assertThat(outcome.timeToAlertMs()).hasValue(7_000);
    assertThat(outcome.falseAlerts()).isEqualTo(2);
  }

  @Test
  void anAlertIsDueFromTheBeginningUntilThreeSecondsAfterTheEnd() {
    assertThat(angry(19_999).timeToAlertMs()).isEmpty();
    assertThat(angry(20_000).timeToAlertMs()).hasValue(0);
    assertThat(angry(37_000).timeToAlertMs()).hasValue(17_000);
    assertThat(angry(37_001).timeToAlertMs()).isEmpty();
    assertThat(angry(37_001).falseAlerts()).isEqualTo(1);
  }

  /**
   * Of four stretches three are found, after 6, 8 and 10 s, two of them in time: median 8 s, and 90
   * % of the way from 8 to 10 s is at 9.6 s. Six calls of 90 s are 0.15 h; three alerts are false.
   */
  @Test
  void figuresAreThoseWorkedOutByHand() {
    CallFigures figures =
        new CallFigures(
            List.of(
                angry(26_000),
                angry(30_000, 80_000),
                angry(28_000),
                angry(),
                calm(1_000, 50_000),
                calm()));

    assertThat(figures.stretches()).isEqualTo(4);
    assertThat(figures.found()).isEqualTo(0.75);
    assertThat(figures.foundInTime()).isEqualTo(0.5);
    assertThat(figures.secondsToAlert(0.5)).contains(8.0);
    assertThat(figures.secondsToAlert(0.9).orElseThrow()).isCloseTo(9.6, within(1e-9));
    assertThat(figures.falseAlerts()).isEqualTo(3);
    assertThat(figures.hours()).isCloseTo(0.15, within(1e-12));
    assertThat(figures.falseAlertsPerHour()).isCloseTo(20, within(1e-9));
  }

  @Test
  void withoutAngerThereIsNothingToFind() {
    CallFigures figures = new CallFigures(List.of(calm()));

    assertThat(figures.found()).isNaN();
    assertThat(figures.secondsToAlert(0.5)).isEmpty();
    assertThat(figures.falseAlertsPerHour()).isZero();
  }

  private static CallOutcome angry(long... alerts) {
    return outcome(Optional.of(new Stretch(20_000, 34_000)), alerts);
  }

  private static CallOutcome calm(long... alerts) {
    return outcome(Optional.empty(), alerts);
  }

  private static CallOutcome outcome(Optional<Stretch> anger, long... alerts) {
    return new CallOutcome(90_000, anger, java.util.Arrays.stream(alerts).boxed().toList());
  }
}

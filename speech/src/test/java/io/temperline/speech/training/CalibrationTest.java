package io.temperline.speech.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.training.Calibration.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  /**
   * Right in 3 of 4 cases, while the logits claim odds of e^4 to 1: ln 3 is what they should be.
   */
  @Test
  void overconfidenceIsTakenBack() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      outcomes.add(new Outcome("anna", new float[] {4, 0}, i % 4 == 0 ? 1 : 0));
    }
    assertThat(Calibration.temperature(outcomes))
        .isCloseTo((float) (4 / Math.log(3)), within(0.01f));
  }

  @Test
  void anEmotionIsNamedWhereThreeOfFourThatAreAsSureAreRight() {
    List<Outcome> outcomes =
        List.of(wrong(3), right(8), right(7), wrong(5), right(8), right(6), right(2));
    assertThat(Calibration.uncertainBelow(outcomes, 1)).isCloseTo(chance(5), within(1e-6f));
    assertThat(Calibration.uncertainBelow(outcomes, 2)).isCloseTo(chance(2.5f), within(1e-6f));
  }

  @Test
  void whereTheSurestAreWrongNothingIsNamed() {
    assertThat(Calibration.uncertainBelow(List.of(right(2), wrong(9)), 1)).isEqualTo(1);
  }

  @Test
  void calmSpeechIsTheMeanOfSpeakersNeutralWindowsThatPassForCalm() {
    Outcome calm = new Outcome("anna", new float[] {4, 1, 0}, 0);
    Outcome calmAgain = new Outcome("anna", new float[] {6, 1, 0}, 0);
    Outcome nearlyCalm = new Outcome("otto", new float[] {1, 2, 0}, 0);
    Outcome takenForAnger = new Outcome("anna", new float[] {0, 0, 9}, 0);
    Outcome saidCalmly = new Outcome("anna", new float[] {0, 9, 0}, 1);
    Outcome anger = new Outcome("anna", new float[] {9, 0, 0}, 2);

    assertThat(
            Calibration.calmLogits(
                List.of(calm, calmAgain, nearlyCalm, takenForAnger, saidCalmly, anger),
                0,
                Set.of(0, 1)))
        .containsExactly(3f, 1.5f, 0f);
    assertThat(Calibration.calmLogits(List.of(anger), 0, Set.of(0, 1))).isEmpty();
  }

  private static Outcome right(float odds) {
    return new Outcome("anna", new float[] {odds, 0}, 0);
  }

  private static Outcome wrong(float odds) {
    return new Outcome("anna", new float[] {odds, 0}, 1);
  }

  private static float chance(float odds) {
    return (float) (1 / (1 + Math.exp(-odds)));
  }
}

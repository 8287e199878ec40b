package io.temperline.speech.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {

  /**
   * Right in 3 of 4 cases, while the logits claim odds of e^4 to 1: ln 3 is what they should be.
   */
  @Test
  void overconfidenceIsTakenBack() {
    List<Calibration.Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      outcomes.add(new Calibration.Outcome(new float[] {4, 0}, i % 4 == 0 ? 1 : 0));
    }
    assertThat(Calibration.temperature(outcomes))
        .isCloseTo((float) (4 / Math.log(3)), within(0.01f));
  }
}

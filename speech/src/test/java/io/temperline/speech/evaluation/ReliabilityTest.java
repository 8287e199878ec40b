package io.temperline.speech.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.evaluation.Reliability.Bin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReliabilityTest {

  /**
   * Two clips at 0.9, one of them right: |1/2 - 0.9| = 0.4. Two at 0.7, both right: |1 - 0.7| =
   * 0.3. Half of the clips each: 0.35.
   */
  @Test
  void theErrorIsThatWorkedOutByHand() {
    Reliability reliability =
        Reliability.of(
            List.of(
                Judgements.judged("angry", 0.9),
                Judgements.judged("sad", 0.9),
                Judgements.judged("angry", 0.7),
                Judgements.judged("sad", 0.3)));

    assertThat(reliability.expectedCalibrationError()).isCloseTo(0.35, within(1e-6));
    Bin atNineTenths = reliability.bins().get(13);
    assertThat(atNineTenths.clips()).isEqualTo(2);
    assertThat(atNineTenths.accuracy()).isEqualTo(0.5);
    assertThat(atNineTenths.confidence()).isCloseTo(0.9, within(1e-6));
    assertThat(reliability.bins().get(10).clips()).isEqualTo(2);
    assertThat(reliability.bins()).hasSize(15).filteredOn(bin -> bin.clips() == 0).hasSize(13);
  }

  @Test
  void theFirstBinTakesNoConfidenceAndTheLastFullConfidence() {
    Reliability sure = Reliability.of(List.of(Judgements.judged("angry", 1)));
    Reliability lost = Reliability.of(List.of(new JudgedClip("angry", Map.of())));

    assertThat(sure.bins().get(14).clips()).isEqualTo(1);
    assertThat(sure.expectedCalibrationError()).isZero();
    assertThat(lost.bins().get(0).clips()).isEqualTo(1);
  }

  /** 0.4 and 0.2 are all that the two labels have together: 2/3, not 0.4. */
  @Test
  void confidenceIsAmongTheLabelsThatOccur() {
    Map<String, Float> scores = Map.of("angry", 0.4f, "sad", 0.2f, "boredom", 0.4f);
    Reliability reliability =
        Reliability.of(List.of(new JudgedClip("angry", scores), new JudgedClip("sad", scores)));

    assertThat(reliability.expectedCalibrationError()).isCloseTo(2 / 3.0 - 1 / 2.0, within(1e-6));
  }
}

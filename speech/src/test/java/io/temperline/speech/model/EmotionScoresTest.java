package io.temperline.speech.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EmotionScoresTest {

  @Test
  void theTopIsTheMostProbableLabel() {
    EmotionScores scores = new EmotionScores(Map.of("sad", 0.3f, "angry", 0.7f), 0.5f);
    assertThat(scores.top()).isEqualTo("angry");
    assertThat(scores.confidence()).isEqualTo(0.7f);
    assertThat(scores.of("sad")).isEqualTo(0.3f);
    assertThat(scores.of("bored")).isZero();
  }

  @Test
  void belowTheConfidenceTheTopIsUncertain() {
    EmotionScores scores = new EmotionScores(Map.of("sad", 0.45f, "angry", 0.55f), 0.6f);
    assertThat(scores.top()).isEqualTo(EmotionScores.UNCERTAIN);
    assertThat(scores.mostProbable()).isEqualTo("angry");
  }
}

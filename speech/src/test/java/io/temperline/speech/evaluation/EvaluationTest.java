package io.temperline.speech.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  @Test
  void figuresAreThoseWorkedOutByHand() {
    Evaluation evaluation =
        Evaluation.of(
            List.of(
                clip("angry", 0.8f, 0.1f, 0.1f),
                clip("angry", 0.4f, 0.5f, 0.1f),
                clip("sad", 0.1f, 0.2f, 0.7f),
                clip("neutral", 0.45f, 0.35f, 0.2f),
                clip("neutral", 0.1f, 0.8f, 0.1f),
                clip("neutral", 0.2f, 0.7f, 0.1f)));

    assertThat(evaluation.clips()).isEqualTo(6);
    assertThat(evaluation.labels()).containsExactly("angry", "neutral", "sad");
    assertThat(evaluation.confusion()).isDeepEqualTo(new int[][] {{1, 1, 0}, {1, 2, 0}, {0, 0, 1}});
    assertThat(evaluation.accuracy()).isCloseTo(4 / 6.0, within(1e-12));
    assertThat(evaluation.uar()).isCloseTo((1 / 2.0 + 2 / 3.0 + 1) / 3, within(1e-12));
    assertThat(evaluation.angerAuc()).isCloseTo(7 / 8.0, within(1e-12));
    assertThat(evaluation.recall(1)).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void labelsThatDoNotOccurDoNotCompete() {
    Evaluation evaluation =
        Evaluation.of(List.of(clip("angry", 0.4f, 0.5f, 0.1f), clip("sad", 0.05f, 0.9f, 0.06f)));

    assertThat(evaluation.labels()).containsExactly("angry", "sad");
    assertThat(evaluation.uar()).isEqualTo(1);
  }

  @Test
  void withoutAngerThereIsNoAngerAuc() {
    assertThat(Evaluation.of(List.of(clip("sad", 0.1f, 0.1f, 0.8f))).angerAuc()).isNaN();
  }

  @Test
  void nothingToEvaluateIsRefused() {
    assertThatThrownBy(() -> Evaluation.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static JudgedClip clip(String truth, float angry, float neutral, float sad) {
    return new JudgedClip(truth, Map.of("angry", angry, "neutral", neutral, "sad", sad));
  }
}

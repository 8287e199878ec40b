package io.temperline.speech.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EmotionSmootherTest {

  private static final Map<String, Float> CALM = Map.of("calm", 1f, "angry", 0f);
  private static final Map<String, Float> ANGRY = Map.of("calm", 0f, "angry", 1f);

  private final EmotionSmoother smoother = new EmotionSmoother(Duration.ofSeconds(4));

  @Test
  void theFirstWindowIsTakenAsItIs() {
    assertThat(smoother.smooth(Map.of(), ANGRY, Duration.ofSeconds(1))).isEqualTo(ANGRY);
  }

  @Test
  void afterTheTimeConstantAChangeHasComeThroughTo63Percent() {
    Map<String, Float> smoothed = CALM;
    for (int second = 0; second < 4; second++) {
      smoothed = smoother.smooth(smoothed, ANGRY, Duration.ofSeconds(1));
    }
    assertThat(smoothed.get("angry")).isCloseTo(0.632f, within(1e-3f));
    assertThat(smoothed.get("angry") + smoothed.get("calm")).isCloseTo(1f, within(1e-6f));
  }

  @Test
  void theHopDoesNotChangeTheMemory() {
    Map<String, Float> twoSteps =
        smoother.smooth(
            smoother.smooth(CALM, ANGRY, Duration.ofMillis(500)), ANGRY, Duration.ofMillis(500));
    Map<String, Float> oneStep = smoother.smooth(CALM, ANGRY, Duration.ofSeconds(1));
    assertThat(twoSteps.get("angry")).isCloseTo(oneStep.get("angry"), within(1e-6f));
  }

  @Test
  void aTimeConstantOfNothingIsRefused() {
    assertThatThrownBy(() -> new EmotionSmoother(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package io.temperline.speech.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.training.ModelTraining;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AffectTest {

  @Test
  void aSureEmotionLiesInItsPlace() {
    assertThat(Affect.of(Map.of("angry", 1f, "happy", 0f))).contains(new Affect(-0.51f, 0.59f));
  }

  @Test
  void aMixtureLiesWhereTheProbabilitiesWeighIt() {
    Affect affect = Affect.of(Map.of("happy", 0.75f, "boredom", 0.25f)).orElseThrow();
    assertThat(affect.valence()).isCloseTo(0.75f * 0.81f - 0.25f * 0.65f, within(1e-6f));
    assertThat(affect.arousal()).isCloseTo(0.75f * 0.51f - 0.25f * 0.62f, within(1e-6f));
  }

  @Test
  void aLabelWithoutAPlaceIsLeftOut() {
    assertThat(Affect.of(Map.of("sad", 0.5f, "hungry", 0.5f))).contains(new Affect(-0.63f, -0.27f));
  }

  @Test
  void whereNoLabelHasAPlaceThereIsNoAffect() {
    assertThat(Affect.of(Map.of("hungry", 1f))).isEmpty();
  }

  @Test
  void everyLabelThatIsTrainedHasAPlace() {
    assertThat(ModelTraining.LABELS)
        .allSatisfy(label -> assertThat(Affect.of(Map.of(label, 1f))).isPresent());
  }
}

package io.temperline.speech.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechGateTest {

  private final SpeechGate gate = new SpeechGate(new SpeechGateConfig(0.03f, 0.2f, 0.1f, 0.1f));

  @ParameterizedTest
  @CsvSource({
    "0.00, 0.00, 0.00, SILENCE",
    "0.02, 0.00, 0.00, SILENCE",
    "0.03, 0.00, 0.00, TOO_LITTLE_SPEECH",
    "0.19, 0.00, 0.00, TOO_LITTLE_SPEECH",
    "0.20, 0.10, 0.10,",
    "1.00, 0.00, 0.00,",
    "0.50, 0.11, 0.00, GAP",
    "0.00, 0.50, 0.00, GAP",
    "0.50, 0.00, 0.11, CLIPPING",
    "0.50, 0.20, 0.20, GAP",
  })
  void rejectsWhatIsNoBasisForAJudgement(
      float speech, float lost, float clipped, NotScoredReason reason) {
    SpeechQuality quality = new SpeechQuality(speech, lost, clipped, -20);

    assertThat(gate.reject(quality).orElse(null)).isEqualTo(reason);
  }

  @Test
  void refusesLimitsThatMakeNoSense() {
    assertThatThrownBy(() -> new SpeechGateConfig(0.03f, 20, 0.1f, 0.1f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Speech gate: minSpeechShare must be in [0, 1], not 20.0");
    assertThatThrownBy(() -> new SpeechGateConfig(0.3f, 0.2f, 0.1f, 0.1f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("silentBelow, 0.3, is above minSpeechShare, 0.2");
  }
}

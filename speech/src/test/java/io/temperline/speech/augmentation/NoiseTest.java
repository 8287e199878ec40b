package io.temperline.speech.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NoiseTest {

  /** A tone of power 0.02 for half of the time: 20 dB below it noise has the power 0.0002. */
  @Test
  void theRatioIsToTheSpeechNotToThePauses() {
    float[] speech = Arrays.copyOf(Tones.sine(400, 0.2, 16_000), 32_000);

    float[] noise = added(Noise.white(20), speech);

    assertThat(Tones.rms(noise)).isCloseTo(Math.sqrt(0.0002), within(1e-5));
  }

  @Test
  void theActiveLevelIsThatOfTheSpeechAlone() {
    float[] speech = new float[32_000];
    System.arraycopy(Tones.sine(400, 0.2, 16_000), 0, speech, 8_000, 16_000);
    float[] hissing = Noise.white(30).apply(speech, new Random(1));

    SpeechActivity activity = SpeechActivity.of(hissing);

    assertThat(activity.power()).isCloseTo(0.02, within(0.0001));
    assertThat(activity.from()).isEqualTo(8_000);
    assertThat(activity.to()).isEqualTo(24_000);
  }

  @Test
  void silenceStaysSilence() {
    assertThat(Noise.white(0).apply(new float[100], new Random(1))).containsOnly(0f);
  }

  @Test
  void noiseIsCutFromTheRecordingAtItsLevel() {
    float[] speech = Tones.sine(400, 0.2, 8_000);
    float[] hum = Tones.sine(50, 0.9, 40_000);

    float[] noise = added(Noise.from(hum, 10), speech);

    assertThat(Tones.hertz(noise)).isCloseTo(50, within(0.5));
    assertThat(Tones.rms(noise)).isCloseTo(Math.sqrt(0.002), within(1e-4));
  }

  @Test
  void aShortRecordingBeginsAgain() {
    float[] speech = Tones.sine(400, 0.2, 8_000);

    float[] noise = added(Noise.from(Tones.sine(100, 0.5, 80), 10), speech);

    assertThat(Tones.rms(noise, 7_000, 8_000)).isCloseTo(Math.sqrt(0.002), within(1e-3));
  }

  @Test
  void theSameSeedGivesTheSameNoise() {
    float[] speech = Tones.sine(400, 0.2, 800);

    assertThat(Noise.white(5).apply(speech, new Random(7)))
        .isEqualTo(Noise.white(5).apply(speech, new Random(7)))
        .isNotEqualTo(Noise.white(5).apply(speech, new Random(8)));
  }

  @Test
  void noiseFromNothingIsRefused() {
    assertThatThrownBy(() -> Noise.from(new float[0], 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static float[] added(Noise noise, float[] speech) {
    return Tones.difference(noise.apply(speech, new Random(1)), speech);
  }
}

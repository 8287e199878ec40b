package io.temperline.speech.window;

import static io.temperline.speech.window.Sounds.join;
import static io.temperline.speech.window.Sounds.mix;
import static io.temperline.speech.window.Sounds.noise;
import static io.temperline.speech.window.Sounds.silence;
import static io.temperline.speech.window.Sounds.syllables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.features.LogMelConfig;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechQualityTest {

  @Test
  void findsNothingInDigitalSilence() {
    assertThat(qualityOf(silence(3))).isEqualTo(new SpeechQuality(0, 0, 0, -100));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-75, -60, -55})
  void takesTheHissOfALineForNoSpeech(double dbfs) {
    assertThat(qualityOf(noise(3, dbfs)).speechShare()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-45, -30, -10})
  void findsSyllablesAtAnyUsualLoudness(double dbfs) {
    assertThat(qualityOf(syllables(3, dbfs)).speechShare()).isCloseTo(2 / 3f, within(0.01f));
  }

  @Test
  void findsSyllablesOverTheNoiseOfALine() {
    float[] overNoise = mix(syllables(3, -15), noise(3, -45));

    assertThat(qualityOf(overNoise).speechShare()).isCloseTo(2 / 3f, within(0.02f));
  }

  @Test
  void findsSpeechThatFillsTheWholeWindow() {
    assertThat(qualityOf(noise(3, -20)).speechShare()).isEqualTo(1);
  }

  @Test
  void measuresLoudnessAgainstFullScale() {
    float[] square = silence(3);
    Arrays.fill(square, 0.5f);

    assertThat(qualityOf(square).loudnessDbfs()).isCloseTo(-6.02f, within(0.01f));
    assertThat(qualityOf(noise(3, -20)).loudnessDbfs()).isCloseTo(-20, within(0.1f));
  }

  @Test
  void countsSamplesAtTheOutermostStepOfTheLineAsClipped() {
    float[] overdriven = join(noise(1.5, 40), silence(1.5));
    float[] heard = TelephoneLine.heard(TelephoneLine.carry(overdriven, 8000));

    assertThat(qualityOf(heard).clippedShare()).isCloseTo(0.5f, within(0.01f));
    assertThat(qualityOf(noise(3, -15)).clippedShare()).isZero();
  }

  @Test
  void judgesOnlyTheAudioThatArrived() {
    WindowAnalyzer analyzer = new WindowAnalyzer(WindowConfig.DEFAULT, LogMelConfig.TELEPHONE);
    analyzer.append(noise(1.5, -20), 0, 12_000);
    analyzer.appendLost(12_000);

    SpeechQuality quality = analyzer.poll().orElseThrow().quality();
    assertThat(quality.lostShare()).isEqualTo(0.5f);
    assertThat(quality.speechShare()).isEqualTo(0.5f);
    assertThat(quality.loudnessDbfs()).isCloseTo(-20, within(0.1f));
  }

  @Test
  void knowsNothingWhenAllIsLost() {
    WindowAnalyzer analyzer = new WindowAnalyzer(WindowConfig.DEFAULT, LogMelConfig.TELEPHONE);
    analyzer.appendLost(24_000);

    assertThat(analyzer.poll())
        .map(AudioWindow::quality)
        .contains(new SpeechQuality(0, 1, 0, -100));
  }

  private static SpeechQuality qualityOf(float[] samples) {
    WindowAnalyzer analyzer = new WindowAnalyzer(WindowConfig.DEFAULT, LogMelConfig.TELEPHONE);
    analyzer.append(samples, 0, samples.length);
    return analyzer.poll().orElseThrow().quality();
  }
}

package io.temperline.speech.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.augmentation.SpeechActivity;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WaveformStepTest {

  private static final int WINDOW = 24_000;
  private static final float[] HUM = sine(50, 0.9, 40_000);
  private static final float[] VOICE = sine(400, 0.2, WINDOW);

  @Test
  void noiseLiesAsFarBelowTheSpeechAsItIsToldTo() {
    assertThat(speechToNoise(new WaveformStep.InWhiteNoise(1, new Range(7, 7))))
        .isCloseTo(7, within(0.1));
    assertThat(speechToNoise(new WaveformStep.InRecordedNoise(1, new Range(12, 12))))
        .isCloseTo(12, within(0.1));
  }

  @Test
  void noiseOfARangeIsDrawnAnewForEveryWindow() {
    WaveformStep step = new WaveformStep.InRecordedNoise(1, new Range(5, 20));
    WaveformAugmenter augmenter = augmenter(new Random(1), step);
    double least = 99;
    double most = -99;
    for (int i = 0; i < 40; i++) {
      double decibels = speechToNoise(augmenter.window(VOICE, VOICE));
      least = Math.min(least, decibels);
      most = Math.max(most, decibels);
    }
    assertThat(least).isBetween(4.9, 7.0);
    assertThat(most).isBetween(18.0, 20.1);
  }

  @Test
  void recordedNoiseIsThatOfTheRecordings() {
    float[] noise = difference(window(new WaveformStep.InRecordedNoise(1, new Range(0, 0))), VOICE);

    assertThat(hertz(noise)).isCloseTo(50, within(1.0));
  }

  @Test
  void aGainMakesTheWindowLouder() {
    float[] louder = window(new WaveformStep.Amplified(1, new Range(6, 6)));

    assertThat(power(louder) / power(VOICE)).isCloseTo(3.98, within(0.01));
  }

  @Test
  void aHigherVoiceKeepsItsPace() {
    float[] higher = window(new WaveformStep.Pitched(1, new Range(12, 12)));

    assertThat(higher).hasSize(WINDOW);
    assertThat(hertz(Arrays.copyOfRange(higher, 4_000, 20_000))).isCloseTo(800, within(8.0));
  }

  @Test
  void aSlowerVoiceKeepsItsPitchAndTheWindowItsLength() {
    float[] slower = window(new WaveformStep.Stretched(1, new Range(1.5, 1.5)));

    assertThat(slower).hasSize(WINDOW);
    assertThat(hertz(Arrays.copyOfRange(slower, 4_000, 20_000))).isCloseTo(400, within(4.0));
  }

  @Test
  void aFasterVoiceLeavesSilenceInTheWindow() {
    float[] faster = window(new WaveformStep.Stretched(1, new Range(0.5, 0.5)));

    assertThat(faster).hasSize(WINDOW);
    assertThat(power(faster) / power(VOICE)).isCloseTo(0.5, within(0.02));
  }

  @Test
  void aShiftGoesNoFartherThanItMay() {
    WaveformAugmenter augmenter = augmenter(new Random(1), new WaveformStep.Shifted(1, 0.5));
    int farthest = 0;
    for (int i = 0; i < 50; i++) {
      float[] shifted = augmenter.window(VOICE, VOICE);
      farthest = Math.max(farthest, (int) (WINDOW * (1 - power(shifted) / power(VOICE))));
    }
    assertThat(farthest).isBetween(3_000, 4_000);
  }

  @Test
  void theTelephoneBandLetsVoicesThroughAndNoHum() {
    WaveformAugmenter augmenter = augmenter(new Random(1), new WaveformStep.BandLimited(1));

    assertThat(power(augmenter.window(VOICE, VOICE)) / power(VOICE)).isCloseTo(1, within(0.05));
    assertThat(power(augmenter.window(HUM, HUM)) / power(HUM)).isLessThan(1e-3);
  }

  @Test
  void g711MakesOfTheWindowWhatALineMakesOfIt() {
    assertThat(window(new WaveformStep.OverG711(1)))
        .isEqualTo(TelephoneLine.heard(TelephoneLine.carry(VOICE, 8_000)));
  }

  @Test
  void lostPacketsAreConcealedAndAllOfThemAreSilence() {
    float[] some = window(new WaveformStep.WithPacketsLost(1, new Range(0.1, 0.1)));
    assertThat(some).isNotEqualTo(VOICE);
    assertThat(power(some) / power(VOICE)).isGreaterThan(0.9);

    assertThat(window(new WaveformStep.WithPacketsLost(1, new Range(1, 1)))).containsOnly(0f);
  }

  @ParameterizedTest
  @MethodSource("oneOfEach")
  void aStepOfNoShareLeavesWindowsAndChanceAlone(WaveformStep step) {
    Random random = new Random(1);
    Random untouched = new Random(1);
    float[] window = augmenter(random, step).window(VOICE, VOICE);

    assertThat(window).isEqualTo(augmenter(untouched).window(VOICE, VOICE));
    assertThat(random.nextLong()).isEqualTo(untouched.nextLong());
  }

  private static List<WaveformStep> oneOfEach() {
    return List.of(
        new WaveformStep.Stretched(0, new Range(0.8, 0.9)),
        new WaveformStep.Pitched(0, new Range(1, 2)),
        new WaveformStep.Shifted(0, 1),
        new WaveformStep.Amplified(0, new Range(1, 2)),
        new WaveformStep.InWhiteNoise(0, new Range(1, 2)),
        new WaveformStep.InRecordedNoise(0, new Range(1, 2)),
        new WaveformStep.BandLimited(0),
        new WaveformStep.OverG711(0),
        new WaveformStep.WithPacketsLost(0, new Range(0.5, 1)));
  }

  @Test
  void aStepBefallsItsShareOfTheWindows() {
    WaveformAugmenter augmenter = augmenter(new Random(1), new WaveformStep.OverG711(0.25f));
    int changed = 0;
    for (int i = 0; i < 1_000; i++) {
      changed += Arrays.equals(augmenter.window(VOICE, VOICE), VOICE) ? 0 : 1;
    }
    assertThat(changed / 1_000.0).isCloseTo(0.25, within(0.04));
  }

  @Test
  void stepsAreMadeInTheirOrder() {
    WaveformStep loud = new WaveformStep.Amplified(1, new Range(40, 40));
    WaveformStep soft = new WaveformStep.Amplified(1, new Range(-40, -40));
    WaveformStep line = new WaveformStep.OverG711(1);

    double clipped = power(augmenter(new Random(1), loud, line, soft).window(VOICE, VOICE));
    double whole = power(augmenter(new Random(1), loud, soft, line).window(VOICE, VOICE));

    assertThat(clipped).isLessThan(0.01 * power(VOICE));
    assertThat(whole).isCloseTo(power(VOICE), within(0.01 * power(VOICE)));
  }

  private static WaveformAugmenter augmenter(RandomGenerator random, WaveformStep... steps) {
    AugmentationConfig config = new AugmentationConfig(0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(steps));
    return new WaveformAugmenter(config, List.of(HUM), WINDOW, random);
  }

  private static float[] window(WaveformStep step) {
    return augmenter(new Random(1), step).window(VOICE, VOICE);
  }

  private static double speechToNoise(WaveformStep step) {
    return speechToNoise(window(step));
  }

  private static double speechToNoise(float[] window) {
    return 10 * Math.log10(SpeechActivity.of(VOICE).power() / power(difference(window, VOICE)));
  }

  private static float[] sine(double hertz, double amplitude, int samples) {
    float[] tone = new float[samples];
    for (int i = 0; i < samples; i++) {
      tone[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / 8_000));
    }
    return tone;
  }

  private static float[] difference(float[] one, float[] other) {
    float[] difference = new float[one.length];
    for (int i = 0; i < one.length; i++) {
      difference[i] = one[i] - other[i];
    }
    return difference;
  }

  private static double power(float[] samples) {
    double energy = 0;
    for (float sample : samples) {
      energy += sample * sample;
    }
    return energy / samples.length;
  }

  /** The frequency of a tone, by its upward crossings of zero. */
  private static double hertz(float[] tone) {
    int crossings = 0;
    for (int i = 1; i < tone.length; i++) {
      crossings += tone[i - 1] < 0 && tone[i] >= 0 ? 1 : 0;
    }
    return 8_000.0 * crossings / tone.length;
  }
}

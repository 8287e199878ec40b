package io.temperline.speech.features.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.features.FrameChain;
import io.temperline.speech.features.FrameCollector;
import io.temperline.speech.features.FrameFunction;
import io.temperline.speech.features.FrameTable;
import io.temperline.speech.features.Framer;
import io.temperline.speech.features.Padding;
import io.temperline.speech.features.pitch.PitchRange;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceFeaturesTest {

  private static final int FRAME = 1024;
  private static final PitchRange RANGE = new PitchRange(Voices.RATE, FRAME, 65, 400);

  @ParameterizedTest
  @ValueSource(doubles = {5, 10, 20, 30})
  void theHarmonicsToNoiseRatioIsThatOfATonePlusNoise(double ratio) {
    double rms = 0.5 / Math.sqrt(2) / Math.pow(10, ratio / 20);
    float[] samples = Voices.mix(Voices.tone(FRAME, 150), Voices.noise(FRAME, rms));

    assertThat(apply(new Harmonicity(RANGE).ratio(), samples)).isCloseTo((float) ratio, within(1f));
  }

  @Test
  void voicingTellsATonesPeriodFromNoiseAndSilence() {
    Harmonicity harmonicity = new Harmonicity(RANGE);
    harmonicity.compute(Voices.tone(FRAME, 130));
    assertThat(harmonicity.strength()).isGreaterThan(0.999);
    assertThat(harmonicity.period()).isCloseTo(8000 / 130.0, within(0.05));

    assertThat(apply(harmonicity.voicing(), Voices.noise(FRAME, 0.1))).isLessThan(0.3f);
    assertThat(apply(harmonicity.voicing(), new float[FRAME])).isZero();
    assertThat(apply(harmonicity.ratio(), new float[FRAME])).isCloseTo(-60f, within(0.01f));
  }

  @Test
  void twoPeriodsOfTheLowestPitchMustFitTheFrame() {
    assertThatThrownBy(() -> new Harmonicity(new PitchRange(8000, 200, 65, 400)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two periods of 65.0 Hz");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.03})
  void jitterIsTheMeanChangeOfThePeriod(double jitter) {
    // Periods of 64 samples, in turn longer and shorter by half of the change.
    float[] samples = pulses(jitter, 0);

    VoicePeriods periods = new VoicePeriods(RANGE);
    assertThat(apply(periods.jitter(), samples)).isCloseTo((float) jitter, within(5e-4f));
    assertThat(apply(periods.shimmer(), samples)).isLessThan(0.01f);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.02, 0.1})
  void shimmerIsTheMeanChangeOfThePeaks(double shimmer) {
    float[] samples = pulses(0, shimmer);

    VoicePeriods periods = new VoicePeriods(RANGE);
    assertThat(apply(periods.shimmer(), samples)).isCloseTo((float) shimmer, within(3e-3f));
    assertThat(apply(periods.jitter(), samples)).isLessThan(1e-3f);
  }

  @Test
  void jitterDoesNotMindAWaveformUpsideDown() {
    float[] samples = pulses(0.02, 0);
    for (int i = 0; i < samples.length; i++) {
      samples[i] = -samples[i];
    }

    assertThat(apply(new VoicePeriods(RANGE).jitter(), samples)).isCloseTo(0.02f, within(5e-4f));
  }

  @Test
  void noiseHasNeitherJitterNorShimmer() {
    float[] noise = Voices.noise(FRAME, 0.1);

    assertThat(apply(new VoicePeriods(RANGE).jitter(), noise)).isZero();
    assertThat(apply(new VoicePeriods(RANGE).shimmer(), noise)).isZero();
  }

  @Test
  void formantsAreTheResonancesOfAVowel() {
    double[][] resonances = {{700, 80}, {1220, 90}, {2600, 120}, {3400, 150}};
    float[] vowel = Voices.vowel(2000, 120, resonances);
    float[] formants = new float[4];
    new Formants(Voices.RATE, 400, 8).apply(Arrays.copyOfRange(vowel, 1000, 1400), formants);

    for (int i = 0; i < formants.length; i++) {
      assertThat(formants[i]).isCloseTo((float) resonances[i][0], within(30f));
    }
  }

  @Test
  void silenceHasNoFormants() {
    float[] formants = {1, 1, 1};
    new Formants(Voices.RATE, 256, 8).apply(new float[256], formants);

    assertThat(formants).containsOnly(0);
  }

  @Test
  void aFullScaleToneOfAKilohertzIsAtMinusThreeLufs() {
    // BS.1770-5, annex 1: 0 dBFS at 997 Hz in one channel reads -3.01.
    assertThat(loudness(48_000, 997, 1)).isCloseTo(-3.01f, within(0.02f));
    assertThat(loudness(8_000, 997, 1)).isCloseTo(-3.01f, within(0.1f));
    assertThat(loudness(48_000, 997, 0.1)).isCloseTo(-23.01f, within(0.02f));
  }

  @Test
  void rumbleIsHardlyHeardAndHighToneLouder() {
    assertThat(loudness(48_000, 20, 1)).isLessThan(-12);
    assertThat(loudness(48_000, 5_000, 1)).isCloseTo(0.3f, within(0.2f));
  }

  @Test
  void countsASyllableForEveryVoicedSwell() {
    FrameTable row = syllables(swelling(4, 5, Voices.tone(32_000, 140)));

    assertThat(row.frames()).isEqualTo(1);
    assertThat(row.get(0, 0)).isEqualTo(20);
    assertThat(row.get(0, 1)).isCloseTo(5, within(0.1f));
  }

  @Test
  void unvoicedSwellsAndAnEvenToneAreNoSyllables() {
    assertThat(syllables(swelling(4, 5, Voices.noise(32_000, 0.2))).get(0, 0)).isZero();
    assertThat(syllables(Voices.tone(32_000, 140)).get(0, 0)).isLessThanOrEqualTo(1);
    assertThat(syllables(new float[8_000]).get(0, 0)).isZero();
  }

  private static FrameTable syllables(float[] samples) {
    FrameCollector row = new FrameCollector();
    PitchRange range = new PitchRange(Voices.RATE, 512, 65, 400);
    Framer framer = new Framer(512, 80, Padding.ZERO, SyllableNuclei.of(range, 80, row));
    framer.push(samples, 0, samples.length);
    framer.end();
    return row.table();
  }

  private static float[] swelling(double seconds, double perSecond, float[] carrier) {
    float[] samples = new float[(int) (seconds * Voices.RATE)];
    for (int i = 0; i < samples.length; i++) {
      double phase = 2 * Math.PI * perSecond * i / Voices.RATE;
      samples[i] = (float) (carrier[i] * (0.5 - 0.45 * Math.cos(phase)));
    }
    return samples;
  }

  private static float[] pulses(double jitter, double shimmer) {
    double[] times = new double[17];
    double[] heights = new double[17];
    double time = -20;
    for (int pulse = 0; pulse < times.length; pulse++) {
      int turn = pulse % 2 == 0 ? 1 : -1;
      times[pulse] = time;
      heights[pulse] = 0.5 * (1 + turn * shimmer / 2);
      time += 64 * (1 + turn * jitter / 2);
    }
    return Voices.pulses(FRAME, times, heights);
  }

  private static float loudness(int rate, double hz, double amplitude) {
    FrameCollector frames = new FrameCollector();
    Framer framer =
        new Framer(
            rate * 2 / 5,
            rate / 10,
            Padding.NONE,
            FrameChain.of(Loudness.ofFrame(), 1).into(frames));
    Loudness loudness = new Loudness(rate, framer);
    float[] samples = new float[rate];
    for (int i = 0; i < rate; i++) {
      samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hz * i / rate));
    }
    loudness.push(samples, 0, rate);
    loudness.end();
    return frames.table().get(frames.table().frames() - 1, 0);
  }

  private static float apply(FrameFunction step, float[] frame) {
    float[] out = new float[1];
    step.apply(frame, out);
    return out[0];
  }
}

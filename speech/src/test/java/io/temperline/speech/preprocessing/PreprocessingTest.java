package io.temperline.speech.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.features.Rms;
import io.temperline.speech.functionals.Functionals;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PreprocessingTest {

  @Test
  void preEmphasisTakesAShareOfTheSampleBeforeOff() {
    assertThat(PreEmphasis.apply(new float[] {1, 1, 0.5f, -1}, 0.5f))
        .containsExactly(2, 0.5f, 0, -1.25f);
    assertThat(PreEmphasis.apply(new float[] {1}, 0.5f)).hasSize(1);
  }

  @Test
  void theLargestSampleGetsThePeak() {
    assertThat(Normalization.peak(new float[] {0.1f, -0.25f}, 1)).containsExactly(0.4f, -1);
    assertThat(Normalization.peak(new float[3], 1)).containsOnly(0);
  }

  @Test
  void aNormalisedSignalHasNoMeanAndUnitVariance() {
    Functionals of = Functionals.of(Normalization.meanAndVariance(noise(1000, 3)));

    assertThat(of.mean()).isCloseTo(0, within(1e-6));
    assertThat(of.standardDeviation()).isCloseTo(1, within(1e-6));
    assertThat(Normalization.meanAndVariance(new float[] {2, 2})).containsOnly(0);
  }

  @Test
  void trimmingCutsSilenceOffTheEndsAndRemovingPausesToo() {
    float[] speech = new float[800];
    Arrays.fill(speech, 160, 240, 0.5f);
    Arrays.fill(speech, 400, 480, -0.5f);
    Arrays.fill(speech, 480, 560, 0.01f);

    assertThat(Silence.TELEPHONE.trim(speech)).isEqualTo(Arrays.copyOfRange(speech, 160, 480));
    assertThat(Silence.TELEPHONE.remove(speech)).hasSize(160).doesNotContain(0, 0.01f);
    assertThat(new Silence(80, 0.01f).trim(speech)).hasSize(400);
  }

  @Test
  void everythingIsCutOrFilledUpToTheLength() {
    float[] samples = {1, 2, 3, 4};

    assertThat(FixedLength.fromStart(samples, 2)).containsExactly(1, 2);
    assertThat(FixedLength.fromStart(samples, 6)).containsExactly(1, 2, 3, 4, 0, 0);
    assertThat(FixedLength.centred(samples, 2)).containsExactly(2, 3);
    assertThat(FixedLength.centred(samples, 6)).containsExactly(0, 1, 2, 3, 4, 0);
  }

  @Test
  void spectralSubtractionTakesNoiseOffAndLeavesTheTone() {
    float[] noise = noise(16_000, 0.02);
    float[] noisy = noise.clone();
    for (int i = 8_000; i < noisy.length; i++) {
      noisy[i] += (float) (0.3 * Math.sin(2 * Math.PI * 500 * i / 8_000));
    }

    float[] reduced = new SpectralSubtraction(256, Arrays.copyOf(noise, 4_000)).reduce(noisy);

    assertThat(reduced).hasSameSizeAs(noisy);
    assertThat(Rms.of(reduced, 1_000, 6_000)).isLessThan(0.4f * Rms.of(noisy, 1_000, 6_000));
    assertThat(Rms.of(reduced, 9_000, 6_000))
        .isCloseTo((float) (0.3 / Math.sqrt(2)), within(0.005f));
  }

  @Test
  void spectralSubtractionOfNothingLeavesTheSignal() {
    float[] samples = noise(3_000, 0.1);

    float[] reduced = new SpectralSubtraction(256, new float[256]).reduce(samples);

    for (int i = 0; i < samples.length; i++) {
      assertThat(reduced[i]).isCloseTo(samples[i], within(1e-6f));
    }
  }

  @Test
  void noiseMustFillAFrame() {
    assertThatThrownBy(() -> new SpectralSubtraction(256, new float[255]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static float[] noise(int length, double rms) {
    Random random = new Random(1);
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (rms * random.nextGaussian());
    }
    return samples;
  }
}

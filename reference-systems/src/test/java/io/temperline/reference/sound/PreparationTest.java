package io.temperline.reference.sound;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.reference.MadeUpCorpus;
import io.temperline.speech.corpus.CorpusClip;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {

  private static final int RATE = 16_000;

  @TempDir private Path folder;

  @Test
  void aClipComesAtTheRecipesRateWithItsCopiesAfterIt() {
    CorpusClip clip = MadeUpCorpus.in(folder, 1, 1, List.of("angry")).get(0);
    Preparation preparation =
        new Preparation(
            RATE,
            List.of(new Step.Peak(1)),
            List.of(),
            new Layout.Waveform(),
            new AugmentedCopies(
                false,
                List.of(
                    List.of(new Change.Noise(20)),
                    List.of(new Change.Stretch(1.25, 1.25), new Change.Pitch(1, 1)),
                    List.of(new Change.Shift(0.1)))));

    List<Sample> samples = preparation.prepare(clip, 1);

    assertThat(samples)
        .extracting(sample -> sample.values().length)
        .containsExactly(12_800, 12_800, 16_000, 12_800);
    assertThat(samples).doesNotHaveDuplicates();
    assertThat(samples).allSatisfy(sample -> assertThat(peak(sample.values())).isEqualTo(1));
    assertThat(values(preparation.prepare(clip, 1))).isEqualTo(values(samples));
    assertThat(values(preparation.prepare(clip, 2))).isNotEqualTo(values(samples));
  }

  @Test
  void lengthsOfStepsAreTimes() {
    float[] second = tone(RATE);

    assertThat(new Step.Skip(0.25).apply(second, RATE)).hasSize(12_000);
    assertThat(new Step.Skip(2).apply(second, RATE)).isSameAs(second);
    assertThat(new Step.Fit(1.5).apply(second, RATE)).hasSize(24_000).startsWith(second);
    assertThat(new Step.Standardize().apply(second, RATE)).hasSize(RATE);
    assertThat(new Step.PreEmphasis(0.97f).apply(second, RATE)).hasSize(RATE);
  }

  @Test
  void silenceAtTheEndsAndInPausesGoes() {
    float[] paused = new float[RATE];
    System.arraycopy(tone(RATE), 0, paused, 4_000, 4_000);
    System.arraycopy(tone(RATE), 0, paused, 10_000, 2_000);

    assertThat(new Step.TrimSilence(20, 0.03f).apply(paused, RATE)).hasSizeBetween(8_000, 8_640);
    assertThat(new Step.RemoveSilence(20, 0.03f).apply(paused, RATE)).hasSizeBetween(6_000, 7_280);
    assertThat(new Step.RemoveSilence(20, 0.03f).apply(new float[10], RATE)).hasSize(10);
  }

  @Test
  void theNoiseOfTheBeginningIsTakenOff() {
    Random random = new Random(1);
    float[] noisy = tone(RATE);
    Arrays.fill(noisy, 0, 6_000, 0);
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] += (float) (0.05 * random.nextGaussian());
    }

    float[] reduced = new Step.SubtractNoise(32, 200).apply(noisy, RATE);

    assertThat(rms(reduced, 4_000, 5_500)).isLessThan(0.5 * rms(noisy, 4_000, 5_500));
    assertThat(rms(reduced, 8_000, 15_000)).isGreaterThan(0.9 * rms(noisy, 8_000, 15_000));
    assertThat(new Step.SubtractNoise(32, 200).apply(new float[100], RATE)).hasSize(100);
  }

  private static float[] tone(int length) {
    float[] tone = new float[length];
    for (int i = 0; i < length; i++) {
      tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / RATE));
    }
    return tone;
  }

  private static List<List<Float>> values(List<Sample> samples) {
    return samples.stream()
        .map(
            sample -> {
              Float[] boxed = new Float[sample.values().length];
              Arrays.setAll(boxed, i -> sample.values()[i]);
              return List.of(boxed);
            })
        .toList();
  }

  private static float peak(float[] values) {
    float peak = 0;
    for (float value : values) {
      peak = Math.max(peak, Math.abs(value));
    }
    return peak;
  }

  private static double rms(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i] * values[i];
    }
    return Math.sqrt(sum / (to - from));
  }
}

package io.temperline.speech.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AugmenterTest {

  private static final int WINDOW = 24_000;
  private static final AugmentationConfig NOTHING =
      new AugmentationConfig(0, 0, 0, 0, 0, 0, 0, 0, 0);

  @Test
  void aFasterClipIsShorterAndHigher() {
    float[] faster = Augmenter.changeSpeed(tone(8_000, 0.2), 1.1f);

    assertThat(faster).hasSize(7_272);
    float[] higher = tone(8_000, 0.22);
    for (int i = 100; i < 7_000; i++) {
      assertThat(faster[i]).isCloseTo(higher[i], within(0.01f));
    }
  }

  @Test
  void aShortClipLiesWholeSomewhereInItsWindow() {
    float[] clip = filled(10_000, 0.5f);
    float[] window = new Augmenter(NOTHING, WINDOW, new Random(1)).window(clip, clip);

    assertThat(window).hasSize(WINDOW);
    assertThat(count(window, 0.5f)).isEqualTo(10_000);
  }

  @Test
  void aLongClipIsCutToItsWindow() {
    float[] clip = filled(40_000, 0.5f);
    float[] window = new Augmenter(NOTHING, WINDOW, new Random(1)).window(clip, clip);

    assertThat(count(window, 0.5f)).isEqualTo(WINDOW);
  }

  @Test
  void joinedSpeechHasNoSilenceBetween() {
    AugmentationConfig join = new AugmentationConfig(0, 0, 1, 0, 0, 0, 0, 0, 0);
    float[] clip = new float[16_000];
    Arrays.fill(clip, 4_000, 12_000, 0.5f);
    float[] window = new Augmenter(join, WINDOW, new Random(1)).window(clip, clip);

    int first = 0;
    while (window[first] == 0) {
      first++;
    }
    assertThat(count(Arrays.copyOfRange(window, first, first + 16_000), 0.5f)).isEqualTo(16_000);
  }

  @Test
  void aColourIsTheSameForEveryFrameAndSmooth() {
    AugmentationConfig colour = new AugmentationConfig(0, 0, 0, 3, 0, 0, 0, 0, 0);
    float[] logMel = filled(10 * 64, -40f);
    new Augmenter(colour, WINDOW, new Random(1)).colour(logMel, 64);

    for (int i = 64; i < logMel.length; i++) {
      assertThat(logMel[i]).isEqualTo(logMel[i - 64]);
    }
    for (int band = 1; band < 64; band++) {
      assertThat(Math.abs(logMel[band] - logMel[band - 1])).isLessThan(2f);
    }
    assertThat(logMel[0]).isNotEqualTo(-40f);
  }

  @Test
  void masksCoverNoMoreThanTheyMay() {
    AugmentationConfig masks = new AugmentationConfig(0, 0, 0, 0, 1, 10, 1, 4, 0);
    Augmenter augmenter = new Augmenter(masks, WINDOW, new Random(1));
    int most = 0;
    for (int i = 0; i < 200; i++) {
      float[] logMel = filled(100 * 64, 1f);
      augmenter.mask(logMel, 64);
      most = Math.max(most, count(logMel, 0f));
    }
    assertThat(most).isPositive().isLessThanOrEqualTo(10 * 64 + 4 * 100);
  }

  @Test
  void mixupKeepsTheLargerShareForTheClipItself() {
    AugmentationConfig mixup = new AugmentationConfig(0, 0, 0, 0, 0, 0, 0, 0, 0.3f);
    Augmenter augmenter = new Augmenter(mixup, WINDOW, new Random(1));
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      float share = augmenter.mixupShare();
      assertThat(share).isBetween(0.5f, 1f);
      sum += share;
    }
    // The mean of 400,000 draws of Beta(0.3, 0.3) by another library, folded at one half.
    assertThat(sum / 10_000).isCloseTo(0.866, within(0.01));
    assertThat(new Augmenter(NOTHING, WINDOW, new Random(1)).mixupShare()).isEqualTo(1);
  }

  private static float[] tone(int samples, double radiansPerSample) {
    float[] tone = new float[samples];
    for (int i = 0; i < samples; i++) {
      tone[i] = (float) Math.sin(radiansPerSample * i);
    }
    return tone;
  }

  private static float[] filled(int length, float value) {
    float[] filled = new float[length];
    Arrays.fill(filled, value);
    return filled;
  }

  private static int count(float[] values, float value) {
    int count = 0;
    for (float one : values) {
      count += one == value ? 1 : 0;
    }
    return count;
  }
}

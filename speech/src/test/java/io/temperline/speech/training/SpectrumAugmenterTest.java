package io.temperline.speech.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpectrumAugmenterTest {

  @Test
  void aColourIsTheSameForEveryFrameAndSmooth() {
    AugmentationConfig colour = new AugmentationConfig(0, 0, 0, 3, 0, 0, 0, 0, 0, List.of());
    float[] logMel = filled(10 * 64, -40f);
    new SpectrumAugmenter(colour, new Random(1)).colour(logMel, 64);

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
    AugmentationConfig masks = new AugmentationConfig(0, 0, 0, 0, 1, 10, 1, 4, 0, List.of());
    SpectrumAugmenter augmenter = new SpectrumAugmenter(masks, new Random(1));
    int most = 0;
    for (int i = 0; i < 200; i++) {
      float[] logMel = filled(100 * 64, 1f);
      augmenter.mask(logMel, 64);
      most = Math.max(most, count(logMel, 0f));
    }
    assertThat(most).isPositive().isLessThanOrEqualTo(10 * 64 + 4 * 100);
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

package io.temperline.speech.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaveformAugmenterTest {

  private static final int WINDOW = 24_000;
  private static final AugmentationConfig NOTHING =
      new AugmentationConfig(0, 0, 0, 0, 0, 0, 0, 0, 0, List.of());

  @Test
  void aFasterClipIsShorterAndHigher() {
    float[] faster = WaveformAugmenter.changeSpeed(tone(8_000, 0.2), 1.1f);

    assertThat(faster).hasSize(7_272);
    float[] higher = tone(8_000, 0.22);
    for (int i = 100; i < 7_000; i++) {
      assertThat(faster[i]).isCloseTo(higher[i], within(0.01f));
    }
  }

  @Test
  void aShortClipLiesWholeSomewhereInItsWindow() {
    float[] clip = filled(10_000, 0.5f);
    float[] window =
        new WaveformAugmenter(NOTHING, List.of(), WINDOW, new Random(1)).window(clip, clip);

    assertThat(window).hasSize(WINDOW);
    assertThat(count(window, 0.5f)).isEqualTo(10_000);
  }

  @Test
  void aLongClipIsCutToItsWindow() {
    float[] clip = filled(40_000, 0.5f);
    float[] window =
        new WaveformAugmenter(NOTHING, List.of(), WINDOW, new Random(1)).window(clip, clip);

    assertThat(count(window, 0.5f)).isEqualTo(WINDOW);
  }

  @Test
  void joinedSpeechHasNoSilenceBetween() {
    AugmentationConfig join = new AugmentationConfig(0, 0, 1, 0, 0, 0, 0, 0, 0, List.of());
    float[] clip = new float[16_000];
    Arrays.fill(clip, 4_000, 12_000, 0.5f);
    float[] window =
        new WaveformAugmenter(join, List.of(), WINDOW, new Random(1)).window(clip, clip);

    int first = 0;
    while (window[first] == 0) {
      first++;
    }
    assertThat(count(Arrays.copyOfRange(window, first, first + 16_000), 0.5f)).isEqualTo(16_000);
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

package io.temperline.speech.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShippedModelTest {

  private static final int FIVE_MEGABYTES = 5_000_000;
  private static final double TWO_MILLISECONDS = 2e6;

  @Test
  void knowsTheNineEmotions() {
    try (EmotionModel model = EmotionModel.shipped()) {
      assertThat(model.manifest().labels())
          .containsExactly(
              "neutral", "calm", "happy", "sad", "angry", "fear", "disgust", "surprise", "boredom");
      assertThat(model.manifest().frames()).isEqualTo(298);
      assertThat(model.manifest().calibrationVersion()).isNotEqualTo("none");
    }
  }

  @Test
  void itsWeightsAreAtMostFiveMegabytes() throws IOException {
    assertThat(resource("weights.bin")).hasSizeBetween(1, FIVE_MEGABYTES);
  }

  @Test
  void itsCardComesWithIt() throws IOException {
    assertThat(new String(resource("MODEL_CARD.md"), java.nio.charset.StandardCharsets.UTF_8))
        .contains("ravdess", "CC BY-NC-SA", "UAR");
  }

  /** Time of the thread that scores, which is the only one; the best of many, as others compute. */
  @Test
  void aWindowCostsAtMostTwoMillisecondsOfACore() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    List<float[]> batch = new ArrayList<>();
    for (int i = 0; i < EmotionScorer.BATCH; i++) {
      batch.add(Models.window(i));
    }
    long best = Long.MAX_VALUE;
    try (EmotionModel model = EmotionModel.shipped();
        EmotionScorer scorer = model.newScorer()) {
      for (int i = 0; i < 200; i++) {
        long before = threads.getCurrentThreadCpuTime();
        scorer.score(batch);
        best = Math.min(best, threads.getCurrentThreadCpuTime() - before);
      }
    }
    double perWindow = (double) best / EmotionScorer.BATCH;
    System.out.printf("a window costs %.2f ms of one core%n", perWindow / 1e6);
    assertThat(perWindow).isLessThan(TWO_MILLISECONDS);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = ModelFiles.class.getResourceAsStream("shipped/" + name)) {
      return in.readAllBytes();
    }
  }
}

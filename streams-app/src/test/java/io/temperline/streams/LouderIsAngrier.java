package io.temperline.streams;

import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.model.WindowScore;
import io.temperline.speech.model.WindowScorer;
import io.temperline.speech.training.Recipe;
import io.temperline.speech.window.WindowConfig;
import java.util.List;

/** Scores by a rule that tests can reckon with: the louder a window, the angrier. */
public final class LouderIsAngrier implements WindowScorer {

  public static final ModelManifest MANIFEST =
      new ModelManifest(
          "louder-is-angrier",
          "1",
          "log-mel-1",
          "none",
          List.of("neutral", "angry"),
          WindowConfig.DEFAULT,
          LogMelConfig.TELEPHONE,
          Recipe.standard().network(),
          1,
          0.4f,
          List.of(),
          "none");

  private static final double QUIET_AND_LOUD_MEET_AT_DB = -36;

  private final ModelManifest model;

  public LouderIsAngrier(ModelManifest model) {
    this.model = model;
  }

  @Override
  public List<WindowScore> score(List<float[]> windows) {
    return windows.stream().map(this::score).toList();
  }

  private WindowScore score(float[] logMel) {
    double sum = 0;
    for (float decibels : logMel) {
      sum += Math.max(decibels, -60);
    }
    double mean = sum / logMel.length;
    float[] logits = {0, (float) (mean - QUIET_AND_LOUD_MEET_AT_DB)};
    return new WindowScore(model, logits);
  }

  @Override
  public void close() {
    // Nothing to give back.
  }
}

package io.temperline.streams;

import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.model.EmotionScores;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.model.WindowScorer;
import io.temperline.speech.training.Recipe;
import io.temperline.speech.window.WindowConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores by a rule that tests can reckon with: the louder a window, the angrier. */
final class LouderIsAngrier implements WindowScorer {

  static final ModelManifest MANIFEST =
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
          "none");

  private static final double QUIET_AND_LOUD_MEET_AT_DB = -36;

  @Override
  public List<EmotionScores> score(List<float[]> windows) {
    return windows.stream().map(LouderIsAngrier::score).toList();
  }

  private static EmotionScores score(float[] logMel) {
    double sum = 0;
    for (float decibels : logMel) {
      sum += Math.max(decibels, -60);
    }
    double mean = sum / logMel.length;
    float angry = (float) (1 / (1 + Math.exp(-(mean - QUIET_AND_LOUD_MEET_AT_DB))));
    Map<String, Float> probabilities = new LinkedHashMap<>();
    probabilities.put("neutral", 1 - angry);
    probabilities.put("angry", angry);
    return new EmotionScores(probabilities, 0.4f);
  }

  @Override
  public void close() {
    // Nothing to give back.
  }
}

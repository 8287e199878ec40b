package io.temperline.speech.evaluation;

import io.temperline.speech.model.EmotionScores;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A labelled clip and what a model makes of it.
 *
 * @param emotion the true label
 * @param probabilities by label, the mean over the clip's windows
 */
public record JudgedClip(String emotion, Map<String, Float> probabilities) {

  /**
   * @param emotion the true label
   * @param windows the scores of the clip's windows, at least one
   */
  public static JudgedClip of(String emotion, List<EmotionScores> windows) {
    Map<String, Float> mean = new LinkedHashMap<>();
    for (EmotionScores window : windows) {
      window
          .probabilities()
          .forEach((label, value) -> mean.merge(label, value / windows.size(), Float::sum));
    }
    return new JudgedClip(emotion, mean);
  }

  /** The probability of a label, [0, 1]; 0 for one that the model does not know. */
  float probability(String label) {
    return probabilities.getOrDefault(label, 0f);
  }
}

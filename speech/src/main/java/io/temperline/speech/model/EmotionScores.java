package io.temperline.speech.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the model says about one window.
 *
 * @param probabilities calibrated, by label in the manifest's order, sum 1
 * @param uncertainBelow confidence below which no emotion is named, [0, 1]
 */
public record EmotionScores(Map<String, Float> probabilities, float uncertainBelow) {

  /** The top "emotion" of scores that favour none clearly enough. */
  public static final String UNCERTAIN = "uncertain";

  public EmotionScores {
    if (probabilities.isEmpty()) {
      throw new IllegalArgumentException("scores need at least one label");
    }
    probabilities = Collections.unmodifiableMap(new LinkedHashMap<>(probabilities));
  }

  /** The most probable label, or {@link #UNCERTAIN} where the confidence is too low. */
  public String top() {
    return confidence() < uncertainBelow ? UNCERTAIN : mostProbable();
  }

  /** The most probable label, however improbable; the first of equals. */
  public String mostProbable() {
    String most = null;
    for (Map.Entry<String, Float> entry : probabilities.entrySet()) {
      if (most == null || entry.getValue() > probabilities.get(most)) {
        most = entry.getKey();
      }
    }
    return most;
  }

  /** The highest probability. */
  public float confidence() {
    return Collections.max(probabilities.values());
  }

  /** Where the probabilities lie on valence and arousal; empty where no label has a place there. */
  public Optional<Affect> affect() {
    return Affect.of(probabilities);
  }

  /** The probability of a label; 0 for one that the model does not know. */
  public float of(String label) {
    return probabilities.getOrDefault(label, 0f);
  }
}

package io.temperline.speech.model;

import java.util.Map;
import java.util.Optional;

/**
 * How pleasant and how stirred somebody sounds.
 *
 * <p>Each emotion has a place on the two axes, and a mixture of emotions lies where their
 * probabilities weigh it: the mean place. The places are the mean self-reports of Russell and
 * Mehrabian, "Evidence for a three-factor theory of emotions", Journal of Research in Personality
 * 11, 1977, table 4 (the words angry, bored, disgusted, fearful, happy, sad and surprised). Neutral
 * is the origin by definition. Calm lies in the direction of relaxation in Russell, "A circumplex
 * model of affect", Journal of Personality and Social Psychology 39, 1980, 315 degrees, as far out
 * as the seven others on the average.
 *
 * @param valence from -1, unpleasant, to 1, pleasant
 * @param arousal from -1, sleepy, to 1, stirred
 */
public record Affect(float valence, float arousal) {

  private static final Map<String, Affect> PLACES =
      Map.of(
          "neutral", new Affect(0, 0),
          "calm", new Affect(0.57f, -0.57f),
          "happy", new Affect(0.81f, 0.51f),
          "sad", new Affect(-0.63f, -0.27f),
          "angry", new Affect(-0.51f, 0.59f),
          "fear", new Affect(-0.64f, 0.60f),
          "disgust", new Affect(-0.60f, 0.35f),
          "surprise", new Affect(0.40f, 0.67f),
          "boredom", new Affect(-0.65f, -0.62f));

  /**
   * The mean place of emotions.
   *
   * @param probabilities by label, each at least 0; labels without a place are left out
   * @return empty where no label that has a place is probable at all
   */
  public static Optional<Affect> of(Map<String, Float> probabilities) {
    double valence = 0;
    double arousal = 0;
    double placed = 0;
    for (Map.Entry<String, Float> entry : probabilities.entrySet()) {
      Affect place = PLACES.get(entry.getKey());
      if (place != null) {
        valence += entry.getValue() * place.valence;
        arousal += entry.getValue() * place.arousal;
        placed += entry.getValue();
      }
    }
    return placed > 0
        ? Optional.of(new Affect((float) (valence / placed), (float) (arousal / placed)))
        : Optional.empty();
  }
}

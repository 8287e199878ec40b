package io.temperline.speech.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a model says about one window, before it is known whose voice it is.
 *
 * @param model what the model says of itself
 * @param logits of the window by itself, one per label
 */
public record WindowScore(ModelManifest model, float[] logits) {

  /** The scores of a window of an unknown voice. */
  public EmotionScores alone() {
    return against(CallerBaseline.NONE);
  }

  /**
   * The scores against the beginning of the same call; a network that gives no numbers for a window
   * knows nothing of it, and the call goes on.
   */
  public EmotionScores against(CallerBaseline beginning) {
    if (!isNumber()) {
      float[] equal = new float[logits.length];
      Arrays.fill(equal, 1f / equal.length);
      return scores(equal, 1);
    }
    return scores(Softmax.of(beginning.correct(this), model.temperature()), model.uncertainBelow());
  }

  /** Whether the network gave numbers. */
  boolean isNumber() {
    for (float logit : logits) {
      if (Float.isNaN(logit)) {
        return false;
      }
    }
    return true;
  }

  private EmotionScores scores(float[] probabilities, float uncertainBelow) {
    Map<String, Float> byLabel = new LinkedHashMap<>();
    for (int i = 0; i < probabilities.length; i++) {
      byLabel.put(model.labels().get(i), probabilities[i]);
    }
    return new EmotionScores(byLabel, uncertainBelow);
  }
}

package io.temperline.speech.model;

/** Probabilities from logits. */
public final class Softmax {

  private Softmax() {}

  /**
   * @param logits one per class
   * @param temperature divides the logits, above 0; higher is less sure
   * @return probabilities in the same order
   */
  public static float[] of(float[] logits, float temperature) {
    float highest = Float.NEGATIVE_INFINITY;
    for (float logit : logits) {
      highest = Math.max(highest, logit);
    }
    double[] powers = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      powers[i] = Math.exp((logits[i] - highest) / temperature);
      sum += powers[i];
    }
    float[] probabilities = new float[logits.length];
    for (int i = 0; i < logits.length; i++) {
      probabilities[i] = (float) (powers[i] / sum);
    }
    return probabilities;
  }
}

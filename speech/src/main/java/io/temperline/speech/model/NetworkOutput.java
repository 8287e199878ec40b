package io.temperline.speech.model;

/** What a network gives, (batch, labels). */
public enum NetworkOutput {
  /** Before the softmax. */
  LOGITS {
    @Override
    float logit(float output) {
      return output;
    }
  },
  /** After it: [0, 1], a row's sum is 1. */
  PROBABILITIES {
    @Override
    float logit(float output) {
      return (float) Math.log(output);
    }

    @Override
    boolean allows(float[] row) {
      double sum = 0;
      float least = 0;
      for (float value : row) {
        sum += value;
        least = Math.min(least, value);
      }
      return least >= 0 && Math.abs(sum - 1) <= ROUNDING;
    }
  };

  private static final double ROUNDING = 1e-3;

  /** What the softmax makes the network's probability of. */
  abstract float logit(float output);

  /** Whether numbers can be the outputs for one window. */
  boolean allows(float[] row) {
    return true;
  }
}

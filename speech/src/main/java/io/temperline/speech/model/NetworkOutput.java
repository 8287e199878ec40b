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
  };

  /** What the softmax makes the network's probability of. */
  abstract float logit(float output);
}

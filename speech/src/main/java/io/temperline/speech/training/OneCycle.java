package io.temperline.speech.training;

import ai.djl.training.tracker.Tracker;

/**
 * A learning rate that rises linearly over the first tenth of the steps and falls along a cosine to
 * nearly nothing over the rest (after Smith and Topin, "Super-Convergence", 2017).
 */
record OneCycle(float peak, int steps) implements Tracker {

  private static final float WARM_UP = 0.1f;
  private static final float END = 1e-3f;

  @Override
  public float getNewValue(int update) {
    float progress = Math.min(1f, update / (float) steps);
    if (progress < WARM_UP) {
      return peak * (END + (1 - END) * progress / WARM_UP);
    }
    double phase = Math.PI * (progress - WARM_UP) / (1 - WARM_UP);
    return (float) (peak * (END + (1 - END) * 0.5 * (1 + Math.cos(phase))));
  }
}

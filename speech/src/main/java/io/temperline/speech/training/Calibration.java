package io.temperline.speech.training;

import io.temperline.speech.model.Softmax;
import java.util.List;

/**
 * Fits the temperature that makes probabilities mean what they say (Guo, Pleiss, Sun and
 * Weinberger, "On Calibration of Modern Neural Networks", ICML 2017).
 */
final class Calibration {

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double LOWEST = 0.2;
  private static final double HIGHEST = 5;
  private static final double PRECISION = 1e-3;

  /**
   * A window of a speaker that the network was not trained on.
   *
   * @param logits the network's outputs
   * @param label index of the true label
   */
  record Outcome(float[] logits, int label) {}

  private Calibration() {}

  /**
   * The temperature of the least mean negative log-likelihood, by golden-section search in [0.2,
   * 5].
   */
  static float temperature(List<Outcome> outcomes) {
    double low = LOWEST;
    double high = HIGHEST;
    while (high - low > PRECISION) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (loss(outcomes, left) < loss(outcomes, right)) {
        high = right;
      } else {
        low = left;
      }
    }
    return (float) ((low + high) / 2);
  }

  private static double loss(List<Outcome> outcomes, double temperature) {
    double sum = 0;
    for (Outcome outcome : outcomes) {
      float[] probabilities = Softmax.of(outcome.logits(), (float) temperature);
      sum -= Math.log(Math.max(probabilities[outcome.label()], 1e-12));
    }
    return sum / outcomes.size();
  }
}

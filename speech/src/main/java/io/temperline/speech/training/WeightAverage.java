package io.temperline.speech.training;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;

/**
 * An exponential moving average of a network's weights, which generalises better than the last of
 * them (Polyak and Juditsky, "Acceleration of stochastic approximation by averaging", 1992). It
 * lives in a second network of the same shape.
 */
final class WeightAverage {

  private final Block averaged;
  private final float decay;
  private int updates;

  /**
   * @param averaged initialised; overwritten by the first update
   * @param decay share of the average kept by an update, [0, 1)
   */
  WeightAverage(Block averaged, float decay) {
    this.averaged = averaged;
    this.decay = decay;
  }

  /** Takes up an average of so many updates that was kept. */
  void resumeAfter(int earlierUpdates) {
    updates = earlierUpdates;
  }

  /** Moves the average towards the network; faster at first, so that its start is forgotten. */
  void update(Block network) {
    float kept = Math.min(decay, updates / (updates + 10f));
    updates++;
    for (Pair<String, Parameter> parameter : averaged.getParameters()) {
      NDArray average = parameter.getValue().getArray();
      NDArray current = network.getParameters().get(parameter.getKey()).getArray();
      try (NDArray step = current.sub(average)) {
        try (NDArray scaled = step.mul(1 - kept)) {
          average.addi(scaled);
        }
      }
    }
  }
}

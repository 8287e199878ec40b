package io.temperline.reference.learning;

import ai.djl.ndarray.NDArray;
import ai.djl.training.optimizer.Optimizer;
import java.util.HashMap;
import java.util.Map;

/**
 * RMSprop as Keras has it; DJL's is not there for PyTorch. A weight goes by its gradient over the
 * root of the running mean of the gradient's square.
 */
final class RmsPropOptimizer extends Optimizer {

  /** Keeps a weight without gradients where it is. */
  private static final float EPSILON = 1e-7f;

  private static final class Settings extends OptimizerBuilder<Settings> {
    @Override
    protected Settings self() {
      return this;
    }
  }

  private final float learningRate;
  private final float rho;
  private final Map<String, NDArray> squares = new HashMap<>();

  RmsPropOptimizer(float learningRate, float rho) {
    super(new Settings());
    this.learningRate = learningRate;
    this.rho = rho;
  }

  @Override
  public void update(String parameterId, NDArray weight, NDArray gradient) {
    NDArray mean = squares.computeIfAbsent(parameterId, id -> weight.zerosLike());
    try (NDArray square = gradient.square();
        NDArray fresh = square.mul(1 - rho)) {
      mean.muli(rho).addi(fresh);
    }
    try (NDArray root = mean.sqrt();
        NDArray step = gradient.mul(learningRate)) {
      weight.subi(step.divi(root.addi(EPSILON)));
    }
  }
}

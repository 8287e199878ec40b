package io.temperline.reference.learning;

import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a network's weights are found; the learning rate stays the same throughout. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @Type(name = "RMSPROP", value = OptimizerRecipe.RmsProp.class),
  @Type(name = "ADAM", value = OptimizerRecipe.Adam.class)
})
public sealed interface OptimizerRecipe {

  Optimizer optimizer();

  /**
   * RMSprop (Hinton, "Neural Networks for Machine Learning", lecture 6e, 2012), as Keras has it.
   *
   * @param learningRate above 0
   * @param rho share that the running mean of the squared gradients keeps, (0, 1)
   */
  record RmsProp(float learningRate, float rho) implements OptimizerRecipe {
    public RmsProp {
      requireRate(learningRate);
      if (!(rho > 0 && rho < 1)) {
        throw new IllegalArgumentException("rho must be in (0, 1), not " + rho);
      }
    }

    @Override
    public Optimizer optimizer() {
      return new RmsPropOptimizer(learningRate, rho);
    }
  }

  /**
   * Adam (Kingma and Ba, "Adam: A Method for Stochastic Optimization", ICLR 2015).
   *
   * @param learningRate above 0
   */
  record Adam(float learningRate) implements OptimizerRecipe {
    public Adam {
      requireRate(learningRate);
    }

    @Override
    public Optimizer optimizer() {
      return Optimizer.adam().optLearningRateTracker(Tracker.fixed(learningRate)).build();
    }
  }

  private static void requireRate(float learningRate) {
    if (!(learningRate > 0)) {
      throw new IllegalArgumentException("learningRate must be above 0, not " + learningRate);
    }
  }
}

package io.temperline.reference.learning;

import io.temperline.speech.training.TrainingListener;
import java.util.List;

/**
 * A network and how it learns, by the cross-entropy of its softmax.
 *
 * @param layers first to last; a dense layer with an output per emotion comes after the last
 * @param optimizer how the weights are found
 * @param batchSize samples per step
 * @param epochs how often each example is seen
 */
public record NetworkRecipe(
    List<Layer> layers, OptimizerRecipe optimizer, int batchSize, int epochs)
    implements Classifier {

  public NetworkRecipe {
    layers = List.copyOf(layers);
    if (batchSize < 2 || epochs < 1) {
      throw new IllegalArgumentException(
          "batchSize must be at least 2 and epochs at least 1, not %d and %d"
              .formatted(batchSize, epochs));
    }
  }

  @Override
  public Trained train(Examples examples, long seed, TrainingListener listener) {
    NetworkTraining training = new NetworkTraining(this, examples, seed);
    training.run(listener);
    return training;
  }

  @Override
  public NetworkRecipe lasting(int otherEpochs) {
    return new NetworkRecipe(layers, optimizer, batchSize, otherEpochs);
  }
}

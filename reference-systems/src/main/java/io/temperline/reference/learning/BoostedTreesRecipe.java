package io.temperline.reference.learning;

import io.temperline.speech.training.TrainingListener;

/**
 * Gradient boosting over trees by XGBoost (Chen and Guestrin, "XGBoost: A Scalable Tree Boosting
 * System", KDD 2016).
 *
 * @param rounds how many trees per emotion, at least 1
 * @param maxDepth of a tree, at least 1
 * @param learningRate share of a tree's step that is taken, (0, 1]
 * @param sampleShare share of the examples that each round sees, (0, 1]
 * @param columnShare share of the values that each tree sees, (0, 1]
 */
public record BoostedTreesRecipe(
    int rounds, int maxDepth, float learningRate, float sampleShare, float columnShare)
    implements Classifier {

  public BoostedTreesRecipe {
    if (rounds < 1 || maxDepth < 1) {
      throw new IllegalArgumentException(
          "rounds and maxDepth must be at least 1, not %d and %d".formatted(rounds, maxDepth));
    }
    if (!isShare(learningRate) || !isShare(sampleShare) || !isShare(columnShare)) {
      throw new IllegalArgumentException(
          "learningRate, sampleShare and columnShare must be in (0, 1], not %s, %s and %s"
              .formatted(learningRate, sampleShare, columnShare));
    }
  }

  @Override
  public Trained train(Examples examples, long seed, TrainingListener listener) {
    return BoostedTrees.train(this, examples, seed, listener);
  }

  @Override
  public BoostedTreesRecipe lasting(int otherRounds) {
    return new BoostedTreesRecipe(otherRounds, maxDepth, learningRate, sampleShare, columnShare);
  }

  private static boolean isShare(float value) {
    return value > 0 && value <= 1;
  }
}

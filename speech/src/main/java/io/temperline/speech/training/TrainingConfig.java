package io.temperline.speech.training;

import io.temperline.speech.model.NetworkShape;

/**
 * How a model is trained.
 *
 * @param shape the network
 * @param augmentation how windows are varied
 * @param epochs passes over the training clips, at least 1
 * @param batchSize windows per step, at least 2
 * @param peakLearningRate highest learning rate of the schedule
 * @param weightDecay AdamW's decay
 * @param labelSmoothing share of every target spread over all labels, [0, 1)
 * @param averagingDecay decay per step of the moving average of the weights, [0, 1)
 * @param seed of everything random
 */
public record TrainingConfig(
    NetworkShape shape,
    AugmentationConfig augmentation,
    int epochs,
    int batchSize,
    float peakLearningRate,
    float weightDecay,
    float labelSmoothing,
    float averagingDecay,
    long seed) {

  public TrainingConfig {
    if (epochs < 1 || batchSize < 2) {
      throw new IllegalArgumentException("training needs an epoch and batches of at least 2");
    }
  }

  /** For a network that begins at random. */
  public static TrainingConfig standard(int epochs, long seed) {
    return standard(epochs, 3e-3f, seed);
  }

  /** For a trained network that goes on: a third of the learning rate. */
  public static TrainingConfig furtherTraining(int epochs, long seed) {
    return standard(epochs, 1e-3f, seed);
  }

  private static TrainingConfig standard(int epochs, float peakLearningRate, long seed) {
    return new TrainingConfig(
        NetworkShape.standard(),
        AugmentationConfig.standard(),
        epochs,
        32,
        peakLearningRate,
        1e-2f,
        0.08f,
        0.998f,
        seed);
  }
}

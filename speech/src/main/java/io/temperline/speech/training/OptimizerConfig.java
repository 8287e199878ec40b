package io.temperline.speech.training;

/**
 * How the weights are found.
 *
 * @param epochs passes over as many windows as there are training clips, at least 1
 * @param batchSize windows per step, at least 2
 * @param peakLearningRate highest learning rate of the schedule
 * @param weightDecay AdamW's decay
 * @param labelSmoothing share of every target spread over all labels, [0, 1)
 * @param averagingDecay decay per step of the moving average of the weights, [0, 1)
 */
public record OptimizerConfig(
    int epochs,
    int batchSize,
    float peakLearningRate,
    float weightDecay,
    float labelSmoothing,
    float averagingDecay) {

  public OptimizerConfig {
    if (epochs < 1 || batchSize < 2) {
      throw new IllegalArgumentException(
          "epochs must be at least 1 and batchSize at least 2, not %d and %d"
              .formatted(epochs, batchSize));
    }
    if (!(peakLearningRate > 0) || !(weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "peakLearningRate must be above 0 and weightDecay at least 0, not %s and %s"
              .formatted(peakLearningRate, weightDecay));
    }
    if (!(labelSmoothing >= 0 && labelSmoothing < 1)
        || !(averagingDecay >= 0 && averagingDecay < 1)) {
      throw new IllegalArgumentException(
          "labelSmoothing and averagingDecay must be in [0, 1), not %s and %s"
              .formatted(labelSmoothing, averagingDecay));
    }
  }

  OptimizerConfig lasting(int otherEpochs) {
    return new OptimizerConfig(
        otherEpochs, batchSize, peakLearningRate, weightDecay, labelSmoothing, averagingDecay);
  }

  OptimizerConfig slowedDownTo(float otherPeak) {
    return new OptimizerConfig(
        epochs, batchSize, otherPeak, weightDecay, labelSmoothing, averagingDecay);
  }
}

package io.temperline.speech.model;

import java.util.List;

/**
 * The architecture of an {@link EmotionNetwork}, small enough to be written into the model's
 * manifest.
 *
 * @param stages the two-dimensional convolutions over time and band, first to last
 * @param timeFilters output channels of the one-dimensional convolutions over time that read what
 *     the stages leave, first to last; may be none
 * @param recurrentUnits width of the recurrent layer that reads what these leave; 0 for none
 * @param pooling what becomes of the steps that are left
 * @param dropout share of values dropped after the stages and before the head, in training only
 */
public record NetworkShape(
    List<Stage> stages,
    List<Integer> timeFilters,
    int recurrentUnits,
    Pooling pooling,
    float dropout)
    implements ModelNetwork {

  /** How the attention over the steps, one learned weight each, makes one vector of them. */
  public enum Pooling {
    /** Their weighted mean. */
    MEAN,
    /** Their weighted mean and standard deviation. */
    STATISTICS
  }

  /**
   * One convolution with batch normalisation and a rectifier.
   *
   * @param filters number of output channels
   * @param kernel side of the square kernel; padding keeps the size before striding
   * @param timeStride step along the frames
   * @param bandStride step along the mel bands
   */
  public record Stage(int filters, int kernel, int timeStride, int bandStride) {
    public Stage {
      if (filters < 1 || kernel < 1 || kernel % 2 == 0 || timeStride < 1 || bandStride < 1) {
        throw new IllegalArgumentException(
            "a stage needs filters and strides of at least 1 and an odd kernel");
      }
    }
  }

  public NetworkShape {
    stages = List.copyOf(stages);
    timeFilters = List.copyOf(timeFilters);
    if (stages.isEmpty() || recurrentUnits < 0 || !(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException(
          "a network needs a stage, no less than 0 recurrent units and a dropout in [0, 1)");
    }
    if (timeFilters.stream().anyMatch(filters -> filters < 1)) {
      throw new IllegalArgumentException("a convolution over time needs at least 1 filter");
    }
  }
}

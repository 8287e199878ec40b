package io.temperline.speech.model;

import java.util.List;

/**
 * The architecture of an {@link EmotionNetwork}, small enough to be written into the model's
 * manifest.
 *
 * @param stages the two-dimensional convolutions over time and band, first to last
 * @param recurrentUnits width of the recurrent layer that reads what the stages leave
 * @param dropout share of values dropped before the recurrent layer and before the head, in
 *     training only
 */
public record NetworkShape(List<Stage> stages, int recurrentUnits, float dropout)
    implements ModelNetwork {

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
    if (stages.isEmpty() || recurrentUnits < 1 || !(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException(
          "a network needs a stage, a recurrent unit and a dropout in [0, 1)");
    }
  }

  /** The shape that is trained where nothing else is asked for. */
  public static NetworkShape standard() {
    return new NetworkShape(
        List.of(
            new Stage(16, 5, 2, 2),
            new Stage(32, 3, 2, 2),
            new Stage(64, 3, 1, 2),
            new Stage(96, 3, 2, 2)),
        128,
        0.25f);
  }
}

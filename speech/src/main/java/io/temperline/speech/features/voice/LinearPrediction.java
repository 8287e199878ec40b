package io.temperline.speech.features.voice;

import java.util.Arrays;

/**
 * Linear prediction by Burg's method (Burg 1967, as in Marple, Digital Spectral Analysis, 1987,
 * 8.5): the filter that leaves least of a frame, forwards and backwards. Its poles are within the
 * unit circle. Not thread-safe.
 */
final class LinearPrediction {

  private final double[] forward;
  private final double[] backward;
  private final double[] filter;
  private final double[] before;

  LinearPrediction(int frameLength, int order) {
    if (order >= frameLength) {
      throw new IllegalArgumentException(
          "a frame of " + frameLength + " samples has no prediction of order " + order);
    }
    forward = new double[frameLength];
    backward = new double[frameLength];
    filter = new double[order + 1];
    before = new double[order + 1];
  }

  /** The whitening filter 1, a1, a2 … of the frame: an array that the next call writes anew. */
  double[] filterOf(double[] frame) {
    System.arraycopy(frame, 0, forward, 0, frame.length);
    System.arraycopy(frame, 0, backward, 0, frame.length);
    Arrays.fill(filter, 0);
    filter[0] = 1;
    for (int order = 1; order < filter.length; order++) {
      double reflection = reflection(order);
      extend(order, reflection);
      predict(order, reflection);
    }
    return filter;
  }

  private double reflection(int order) {
    double product = 0;
    double energy = 0;
    for (int i = order; i < forward.length; i++) {
      product += forward[i] * backward[i - 1];
      energy += forward[i] * forward[i] + backward[i - 1] * backward[i - 1];
    }
    return energy < Double.MIN_NORMAL ? 0 : -2 * product / energy;
  }

  /** Levinson's recursion. */
  private void extend(int order, double reflection) {
    System.arraycopy(filter, 0, before, 0, order);
    before[order] = 0;
    for (int i = 1; i <= order; i++) {
      filter[i] = before[i] + reflection * before[order - i];
    }
  }

  private void predict(int order, double reflection) {
    for (int i = forward.length - 1; i >= order; i--) {
      double ahead = forward[i];
      double behind = backward[i - 1];
      forward[i] = ahead + reflection * behind;
      backward[i] = behind + reflection * ahead;
    }
  }
}

package io.temperline.reference.learning;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;

/**
 * Tells a sequence's steps where they are: a wide convolution in groups of channels, rectified and
 * added (Baevski, Zhou, Mohamed and Auli, "wav2vec 2.0", NeurIPS 2020, 2).
 *
 * @param channels that come in, and out
 * @param kernel steps that each output sees, odd
 * @param groups that the channels are in
 */
record Positions(int channels, int kernel, int groups) implements Layer {

  Positions {
    if (channels < 1 || kernel < 1 || kernel % 2 == 0 || groups < 1 || channels % groups != 0) {
      throw new IllegalArgumentException(
          "positions take an odd kernel and groups that divide the channels, not %d and %d of %d"
              .formatted(kernel, groups, channels));
    }
  }

  @Override
  public Block block() {
    return Lambdas.residual(
        new SequentialBlock()
            .add(
                Conv1d.builder()
                    .setFilters(channels)
                    .setKernelShape(new Shape(kernel))
                    .optPadding(new Shape(kernel / 2))
                    .optGroups(groups)
                    .build())
            .add(Activation.geluBlock()));
  }
}

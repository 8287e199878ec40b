package io.temperline.reference.learning;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv1d;

/**
 * Over a sequence.
 *
 * @param filters channels that come out
 * @param kernel steps that each output sees
 * @param stride steps from one output to the next
 */
record Convolution1d(int filters, int kernel, int stride) implements Layer {
  Convolution1d {
    Layer.requirePositive(filters, kernel, stride);
  }

  @Override
  public Block block() {
    return Conv1d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(kernel))
        .optStride(new Shape(stride))
        .optPadding(new Shape(kernel / 2))
        .build();
  }
}

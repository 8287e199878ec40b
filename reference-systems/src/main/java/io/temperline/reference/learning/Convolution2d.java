package io.temperline.reference.learning;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;

/**
 * Over an image.
 *
 * @param filters channels that come out
 * @param kernel side of the square that each output sees
 * @param stride from one output to the next, both ways
 */
record Convolution2d(int filters, int kernel, int stride) implements Layer {
  Convolution2d {
    Layer.requirePositive(filters, kernel, stride);
  }

  @Override
  public Block block() {
    return Conv2d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(kernel, kernel))
        .optStride(new Shape(stride, stride))
        .optPadding(new Shape(kernel / 2, kernel / 2))
        .build();
  }
}

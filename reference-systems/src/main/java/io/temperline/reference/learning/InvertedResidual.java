package io.temperline.reference.learning;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;

/**
 * The block that MobileNetV2 is made of (Sandler, Howard, Zhu, Zhmoginov and Chen, "MobileNetV2:
 * Inverted Residuals and Linear Bottlenecks", CVPR 2018): a convolution that widens, one of each
 * channel by itself, and one that narrows, each with batch normalisation; rectified up to 6 after
 * the first two. What came in is added where the size stays.
 *
 * @param channels that come in
 * @param filters channels that come out
 * @param expansion how many times as many channels there are in between; 1 leaves the first
 *     convolution out
 * @param stride from one output to the next, both ways
 */
record InvertedResidual(int channels, int filters, int expansion, int stride) implements Layer {

  private static final int KERNEL = 3;

  InvertedResidual {
    if (channels < 1 || filters < 1 || expansion < 1 || stride < 1) {
      throw new IllegalArgumentException("a layer's sizes are at least 1");
    }
  }

  @Override
  public Block block() {
    int wide = channels * expansion;
    SequentialBlock block = new SequentialBlock();
    if (expansion > 1) {
      rectified(block.add(pointwise(wide)));
    }
    block.add(
        Conv2d.builder()
            .setFilters(wide)
            .setKernelShape(new Shape(KERNEL, KERNEL))
            .optStride(new Shape(stride, stride))
            .optPadding(new Shape(KERNEL / 2, KERNEL / 2))
            .optGroups(wide)
            .optBias(false)
            .build());
    rectified(block).add(pointwise(filters)).add(new BatchNorm().block());
    return stride == 1 && channels == filters ? Lambdas.residual(block) : block;
  }

  private static Block pointwise(int filters) {
    return Conv2d.builder()
        .setFilters(filters)
        .setKernelShape(new Shape(1, 1))
        .optBias(false)
        .build();
  }

  private static SequentialBlock rectified(SequentialBlock block) {
    return block.add(new BatchNorm().block()).add(Lambdas.of("relu6", array -> array.clip(0, 6)));
  }
}

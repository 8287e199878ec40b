package io.temperline.reference.learning;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A layer of a network. Sequences are (batch, channels, steps), images (batch, channels, rows,
 * columns), vectors (batch, values). Convolutions are padded with zeros on both sides, so that an
 * odd kernel with a stride of 1 keeps the size.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @Type(name = "CONV_1D", value = Convolution1d.class),
  @Type(name = "CONV_2D", value = Convolution2d.class),
  @Type(name = "MAX_POOL_1D", value = Layer.MaxPool1d.class),
  @Type(name = "MAX_POOL_2D", value = Layer.MaxPool2d.class),
  @Type(name = "BATCH_NORM", value = Layer.BatchNorm.class),
  @Type(name = "RELU", value = Layer.Relu.class),
  @Type(name = "GELU", value = Layer.Gelu.class),
  @Type(name = "DROPOUT", value = Layer.DropOut.class),
  @Type(name = "FLATTEN", value = Layer.Flatten.class),
  @Type(name = "AVERAGE", value = Layer.Average.class),
  @Type(name = "DENSE", value = Layer.Dense.class),
  @Type(name = "LSTM", value = Lstm.class),
  @Type(name = "INVERTED_RESIDUAL", value = InvertedResidual.class),
  @Type(name = "POSITIONS", value = Positions.class),
  @Type(name = "TRANSFORMER", value = Transformer.class)
})
public sealed interface Layer
    permits Convolution1d,
        Convolution2d,
        Layer.MaxPool1d,
        Layer.MaxPool2d,
        Layer.BatchNorm,
        Layer.Relu,
        Layer.Gelu,
        Layer.DropOut,
        Layer.Flatten,
        Layer.Average,
        Layer.Dense,
        Lstm,
        InvertedResidual,
        Positions,
        Transformer {

  /** A new block of this kind, without weights as yet. */
  Block block();

  /**
   * The largest of steps that follow each other; what is left over at the end is dropped.
   *
   * @param size how many steps
   */
  record MaxPool1d(int size) implements Layer {
    public MaxPool1d {
      requirePositive(size);
    }

    @Override
    public Block block() {
      return Pool.maxPool1dBlock(new Shape(size), new Shape(size));
    }
  }

  /**
   * The largest of a square; what is left over at the edges is dropped.
   *
   * @param size side of the square
   */
  record MaxPool2d(int size) implements Layer {
    public MaxPool2d {
      requirePositive(size);
    }

    @Override
    public Block block() {
      return Pool.maxPool2dBlock(new Shape(size, size), new Shape(size, size));
    }
  }

  /** Each channel to a mean of 0 and a variance of 1, then to those that are learned. */
  record BatchNorm() implements Layer {
    @Override
    public Block block() {
      return ai.djl.nn.norm.BatchNorm.builder().build();
    }
  }

  /** What is below 0 becomes 0. */
  record Relu() implements Layer {
    @Override
    public Block block() {
      return Activation.reluBlock();
    }
  }

  /** Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016. */
  record Gelu() implements Layer {
    @Override
    public Block block() {
      return Activation.geluBlock();
    }
  }

  /**
   * Values are dropped at random while it learns.
   *
   * @param share of the values, [0, 1)
   */
  record DropOut(float share) implements Layer {
    public DropOut {
      if (!(share >= 0 && share < 1)) {
        throw new IllegalArgumentException("share must be in [0, 1), not " + share);
      }
    }

    @Override
    public Block block() {
      return Dropout.builder().optRate(share).build();
    }
  }

  /** All to a vector. */
  record Flatten() implements Layer {
    @Override
    public Block block() {
      return Blocks.batchFlattenBlock();
    }
  }

  /** Each channel's mean, to a vector. */
  record Average() implements Layer {
    @Override
    public Block block() {
      return Lambdas.of(
          "average",
          array -> {
            Shape shape = array.getShape();
            return array.reshape(shape.get(0), shape.get(1), -1).mean(new int[] {2});
          });
    }
  }

  /**
   * From vector to vector.
   *
   * @param units values that come out
   */
  record Dense(int units) implements Layer {
    public Dense {
      requirePositive(units);
    }

    @Override
    public Block block() {
      return Linear.builder().setUnits(units).build();
    }
  }

  /** Refuses sizes below 1. */
  static void requirePositive(int... values) {
    for (int value : values) {
      if (value < 1) {
        throw new IllegalArgumentException("a layer's sizes are at least 1, not " + value);
      }
    }
  }
}

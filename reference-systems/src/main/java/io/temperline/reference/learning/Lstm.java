package io.temperline.reference.learning;

import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.recurrent.LSTM;

/**
 * Reads a sequence, forwards, to the vector that it holds after the last step (Hochreiter and
 * Schmidhuber, "Long Short-Term Memory", 1997).
 *
 * @param units values that it holds
 */
record Lstm(int units) implements Layer {
  Lstm {
    Layer.requirePositive(units);
  }

  @Override
  public Block block() {
    return new SequentialBlock()
        .add(Lambdas.of("steps first", array -> array.transpose(0, 2, 1)))
        .add(LSTM.builder().setStateSize(units).setNumLayers(1).build())
        .add(Lambdas.of("last step", array -> array.get(":, -1, :")));
  }
}

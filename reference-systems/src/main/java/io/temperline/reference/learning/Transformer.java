package io.temperline.reference.learning;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.transformer.TransformerEncoderBlock;

/**
 * An encoder layer over a sequence: every step sees every other (Vaswani et al., "Attention Is All
 * You Need", NeurIPS 2017).
 *
 * @param channels that come in, and out
 * @param heads that share the channels
 * @param hidden width of the dense layers after the attention
 * @param dropout share of values dropped while it learns, [0, 1)
 */
record Transformer(int channels, int heads, int hidden, float dropout) implements Layer {

  Transformer {
    if (channels < 1 || heads < 1 || hidden < 1 || channels % heads != 0) {
      throw new IllegalArgumentException(
          "heads must divide the channels, not %d and %d".formatted(heads, channels));
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout must be in [0, 1), not " + dropout);
    }
  }

  @Override
  public Block block() {
    return new SequentialBlock()
        .add(Lambdas.of("steps first", Transformer::turned))
        .add(new TransformerEncoderBlock(channels, heads, hidden, dropout, Activation::gelu))
        .add(Lambdas.of("channels first", Transformer::turned));
  }

  private static NDArray turned(NDArray array) {
    return array.transpose(0, 2, 1);
  }
}

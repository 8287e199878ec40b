package io.temperline.reference.learning;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.util.Pair;
import java.util.List;

/** Makes a network of layers, with random weights (Glorot and Bengio 2010, uniform, as Keras). */
final class LayeredNetwork {

  private final List<Layer> layers;
  private final int labels;

  /**
   * @param labels outputs of the dense layer that comes after the last
   */
  LayeredNetwork(List<Layer> layers, int labels) {
    this.layers = List.copyOf(layers);
    this.labels = labels;
  }

  /**
   * @param manager owns the weights
   * @param input (batch, ...)
   * @throws UnusableClassifierException where a layer cannot take what comes to it
   */
  SequentialBlock initialized(NDManager manager, Shape input) {
    SequentialBlock network = new SequentialBlock();
    Shape shape = input;
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      shape = add(network, layer.block(), "layer %d, %s".formatted(i + 1, layer), manager, shape);
    }
    Block head = new Layer.Dense(labels).block();
    add(network, head, "the layer of the emotions after the last", manager, shape);
    return network;
  }

  /** How many weights are learned. */
  static long learnedWeights(Block network) {
    return network.getParameters().stream()
        .map(Pair::getValue)
        .filter(Parameter::requiresGradient)
        .mapToLong(parameter -> parameter.getArray().size())
        .sum();
  }

  private static Shape add(
      SequentialBlock network, Block block, String name, NDManager manager, Shape input) {
    block.setInitializer(
        new XavierInitializer(
            XavierInitializer.RandomType.UNIFORM, XavierInitializer.FactorType.AVG, 3),
        Parameter.Type.WEIGHT);
    try {
      block.initialize(manager, DataType.FLOAT32, input);
      Shape output = block.getOutputShapes(new Shape[] {input})[0];
      if (output.size() < 1) {
        throw new IllegalArgumentException("nothing is left");
      }
      network.add(block);
      return output;
    } catch (IllegalArgumentException
        | IllegalStateException
        | UnsupportedOperationException
        | EngineException e) {
      throw new UnusableClassifierException(
          "%s, cannot take %s: %s".formatted(name, input, firstLine(e)));
    }
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}

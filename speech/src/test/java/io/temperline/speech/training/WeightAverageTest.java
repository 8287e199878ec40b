package io.temperline.speech.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.initializer.ConstantInitializer;
import io.temperline.speech.model.TorchEngine;
import org.junit.jupiter.api.Test;

class WeightAverageTest {

  @Test
  void followsTheNetworkAndForgetsItsStart() {
    TorchEngine.forScoring();
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Block network = constant(manager, 1);
      Block averaged = constant(manager, 100);
      WeightAverage average = new WeightAverage(averaged, 0.9f);

      average.update(network);
      assertThat(weight(averaged)).isEqualTo(1);

      doubleWeight(network);
      for (int i = 0; i < 200; i++) {
        float before = weight(averaged);
        average.update(network);
        assertThat(weight(averaged)).isBetween(before, 2f);
      }
      assertThat(weight(averaged)).isCloseTo(2, within(1e-3f));
      assertThat(weight(network)).isEqualTo(2);
    }
  }

  private static Block constant(NDManager manager, float value) {
    Block block = Linear.builder().setUnits(1).optBias(false).build();
    block.setInitializer(new ConstantInitializer(value), Parameter.Type.WEIGHT);
    block.initialize(manager, DataType.FLOAT32, new Shape(1, 1));
    return block;
  }

  private static void doubleWeight(Block block) {
    block.getParameters().valueAt(0).getArray().muli(2);
  }

  private static float weight(Block block) {
    return block.getParameters().valueAt(0).getArray().toFloatArray()[0];
  }
}

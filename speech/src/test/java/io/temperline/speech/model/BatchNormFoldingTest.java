package io.temperline.speech.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import org.junit.jupiter.api.Test;

class BatchNormFoldingTest {

  private static final Shape INPUT = new Shape(2, 298, 64);

  @Test
  void theFoldedNetworkIsTheSameFunction() {
    TorchEngine.forScoring().setRandomSeed(3);
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      EmotionNetwork network = new EmotionNetwork(Models.SMALL, 3);
      network.initialize(manager, DataType.FLOAT32, INPUT);
      unsettle(network, manager);
      EmotionNetwork folded = network.folded(manager, INPUT);

      NDArray windows = manager.randomNormal(INPUT);
      float[] expected = logits(network, windows, manager);
      float[] actual = logits(folded, windows, manager);

      assertThat(folded.getParameters()).hasSizeLessThan(network.getParameters().size());
      for (int i = 0; i < expected.length; i++) {
        assertThat(actual[i]).isCloseTo(expected[i], within(1e-5f));
      }
    }
  }

  /** Gives the normalisations means, variances and gains that are not 0 and 1. */
  private static void unsettle(Block network, NDManager manager) {
    for (Pair<String, Parameter> parameter : network.getParameters()) {
      NDArray array = parameter.getValue().getArray();
      array.addi(manager.randomUniform(0.05f, 0.2f, array.getShape()));
    }
  }

  private static float[] logits(Block network, NDArray windows, NDManager manager) {
    return network
        .forward(new ParameterStore(manager, false), new NDList(windows), false)
        .singletonOrThrow()
        .toFloatArray();
  }
}

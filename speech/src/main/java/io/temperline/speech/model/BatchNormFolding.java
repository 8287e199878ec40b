package io.temperline.speech.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Convolution;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.util.Pair;
import java.util.List;

/**
 * Moves batch normalisations into the convolutions before them, which saves a pass over the data
 * each: normalised, a convolution w * x gives (w * x - mean) * gain + beta with gain = gamma /
 * sqrt(variance + epsilon), which is a convolution with the weights w * gain and the bias beta -
 * mean * gain.
 */
final class BatchNormFolding {

  /** DJL's default, which the network does not change. */
  private static final float EPSILON = 1e-5f;

  private final NDManager manager;

  /**
   * @param manager for what is computed on the way
   */
  BatchNormFolding(NDManager manager) {
    this.manager = manager;
  }

  /**
   * @param normalised convolutions without bias, each followed by its normalisation
   * @param folded as many convolutions of the same sizes, with bias
   */
  void fold(Block normalised, Block folded) {
    List<Block> convolutions = children(normalised, Convolution.class);
    List<Block> norms = children(normalised, BatchNorm.class);
    List<Block> targets = children(folded, Convolution.class);
    for (int i = 0; i < convolutions.size(); i++) {
      fold(convolutions.get(i), norms.get(i), targets.get(i));
    }
  }

  /** Copies the parameters of a block to one of the same structure. */
  void copy(Block from, Block to) {
    for (Pair<String, Parameter> parameter : from.getParameters()) {
      assign(to.getParameters().get(parameter.getKey()), values(parameter.getValue()));
    }
  }

  private void fold(Block convolution, Block norm, Block target) {
    float[] weights = values(parameter(convolution, "weight"));
    float[] gamma = values(parameter(norm, "gamma"));
    float[] beta = values(parameter(norm, "beta"));
    float[] mean = values(parameter(norm, "runningMean"));
    float[] variance = values(parameter(norm, "runningVar"));
    float[] bias = new float[gamma.length];
    int perFilter = weights.length / gamma.length;
    for (int filter = 0; filter < gamma.length; filter++) {
      float gain = (float) (gamma[filter] / Math.sqrt(variance[filter] + EPSILON));
      bias[filter] = beta[filter] - mean[filter] * gain;
      for (int i = filter * perFilter; i < (filter + 1) * perFilter; i++) {
        weights[i] *= gain;
      }
    }
    assign(parameter(target, "weight"), weights);
    assign(parameter(target, "bias"), bias);
  }

  private void assign(Parameter parameter, float[] values) {
    NDArray array = parameter.getArray();
    // PyTorch writes to no parameter that is to be trained; these are for scoring alone.
    array.setRequiresGradient(false);
    try (NDArray source = manager.create(values, array.getShape())) {
      array.muli(0).addi(source);
    }
  }

  private static float[] values(Parameter parameter) {
    return parameter.getArray().toFloatArray();
  }

  private static Parameter parameter(Block block, String name) {
    return block.getDirectParameters().get(name);
  }

  private static List<Block> children(Block block, Class<? extends Block> type) {
    return block.getChildren().values().stream().filter(type::isInstance).toList();
  }
}

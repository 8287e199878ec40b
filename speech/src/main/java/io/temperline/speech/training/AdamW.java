package io.temperline.speech.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import ai.djl.nn.ParameterList;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.util.Pair;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, "Decoupled Weight Decay Regularization",
 * ICLR 2019). DJL's own does the arithmetic; what it keeps to itself are the moments, without which
 * a training that was broken off cannot go on as it was.
 */
final class AdamW extends Optimizer {

  private static final float BETA_1 = 0.9f;
  private static final float BETA_2 = 0.999f;
  private static final float EPSILON = 1e-8f;
  private static final float NO_CLIPPING = -1;

  private static final class Settings extends OptimizerBuilder<Settings> {
    @Override
    protected Settings self() {
      return this;
    }
  }

  /** Of one parameter: the running means of its gradient and of the gradient's square. */
  private record Moments(NDArray first, NDArray second) {}

  private final Tracker learningRate;
  private final Map<String, Moments> moments = new HashMap<>();
  private int steps;

  /**
   * @param learningRate by step, from 1
   * @param weightDecay share of a weight that goes at each step, times the learning rate
   */
  AdamW(Tracker learningRate, float weightDecay) {
    super(new Settings().optWeightDecays(weightDecay));
    this.learningRate = learningRate;
  }

  /** Begins a step: every parameter is updated once in it. */
  void nextStep() {
    steps++;
  }

  @Override
  public void update(String parameterId, NDArray weight, NDArray gradient) {
    Moments kept = moments.computeIfAbsent(parameterId, id -> none(weight));
    float rate = learningRate.getNewValue(steps);
    double corrected =
        rate * Math.sqrt(1 - Math.pow(BETA_2, steps)) / (1 - Math.pow(BETA_1, steps));
    weight
        .getNDArrayInternal()
        .adamUpdate(
            new NDList(weight, gradient, kept.first, kept.second),
            new NDList(weight),
            rate,
            (float) corrected,
            getWeightDecay(),
            rescaleGrad,
            NO_CLIPPING,
            BETA_1,
            BETA_2,
            EPSILON,
            true,
            true);
  }

  private static Moments none(NDArray weight) {
    return new Moments(weight.zerosLike(), weight.zerosLike());
  }

  /** Writes the moments of the parameters, in their order. */
  void save(ParameterList parameters, DataOutputStream out) throws IOException {
    out.writeInt(steps);
    for (Pair<String, Parameter> parameter : parameters) {
      Moments kept = moments.get(parameter.getValue().getId());
      out.writeBoolean(kept != null);
      if (kept != null) {
        Tensors.write(kept.first, out);
        Tensors.write(kept.second, out);
      }
    }
  }

  /** Reads what {@link #save} wrote for parameters of the same network. */
  void load(ParameterList parameters, DataInputStream in) throws IOException {
    steps = in.readInt();
    for (Pair<String, Parameter> parameter : parameters) {
      if (in.readBoolean()) {
        Moments read = none(parameter.getValue().getArray());
        Tensors.read(read.first, in);
        Tensors.read(read.second, in);
        moments.put(parameter.getValue().getId(), read);
      }
    }
  }
}

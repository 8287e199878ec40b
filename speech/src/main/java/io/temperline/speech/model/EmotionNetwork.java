package io.temperline.speech.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.recurrent.GRU;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A convolutional classifier of log-mel windows.
 *
 * <p>Strided convolutions shrink time and band; convolutions over time, residual where their width
 * allows it, and a unidirectional GRU, whichever the shape has, read the remaining steps; attention
 * (one learned score a step, as in Mirsamadi, Barsoum and Zhang, "Automatic speech emotion
 * recognition using recurrent neural networks with local attention", ICASSP 2017) weighs them into
 * their mean for the linear head, or into mean and standard deviation (Okabe, Koshinaka and
 * Shinoda, "Attentive Statistics Pooling for Deep Speaker Embedding", Interspeech 2018).
 *
 * <p>Input: (batch, frames, bands), levelled by {@link LevelNormalizer}. Output: (batch, labels),
 * logits.
 */
public final class EmotionNetwork extends AbstractBlock {

  private static final byte FORMAT_VERSION = 1;
  private static final int TIME_KERNEL = 3;

  /** Keeps the slope of the square root finite where all steps are alike. */
  private static final float LEAST_VARIANCE = 1e-5f;

  private final NetworkShape shape;
  private final int labels;
  private final SequentialBlock front;
  private final List<Block> overTime = new ArrayList<>();
  private final Optional<GRU> recurrent;
  private final Linear attention;
  private final SequentialBlock head;

  /**
   * @param shape the architecture
   * @param labels number of classes
   */
  public EmotionNetwork(NetworkShape shape, int labels) {
    this(shape, labels, true);
  }

  private EmotionNetwork(NetworkShape shape, int labels, boolean normalised) {
    super(FORMAT_VERSION);
    this.shape = shape;
    this.labels = labels;
    front = addChildBlock("front", front(shape, normalised));
    for (int filters : shape.timeFilters()) {
      overTime.add(addChildBlock("time" + overTime.size(), overTime(filters, normalised)));
    }
    recurrent = recurrent(shape).map(gru -> addChildBlock("recurrent", gru));
    attention = addChildBlock("attention", Linear.builder().setUnits(1).build());
    head =
        addChildBlock(
            "head",
            new SequentialBlock()
                .add(Dropout.builder().optRate(shape.dropout()).build())
                .add(Linear.builder().setUnits(labels).build()));
    setInitializer(new XavierInitializer(), Parameter.Type.WEIGHT);
  }

  /**
   * The same function for scoring alone, quicker by its batch normalisations.
   *
   * @param manager owns the new network's parameters, which are copies
   * @param input (batch, frames, bands)
   */
  EmotionNetwork folded(NDManager manager, Shape input) {
    EmotionNetwork folded = new EmotionNetwork(shape, labels, false);
    folded.initialize(manager, DataType.FLOAT32, input);
    BatchNormFolding folding = new BatchNormFolding(manager);
    folding.fold(front, folded.front);
    for (int i = 0; i < overTime.size(); i++) {
      folding.fold(overTime.get(i), folded.overTime.get(i));
    }
    recurrent.ifPresent(gru -> folding.copy(gru, folded.recurrent.orElseThrow()));
    folding.copy(attention, folded.attention);
    folding.copy(head, folded.head);
    return folded;
  }

  private static SequentialBlock front(NetworkShape shape, boolean normalised) {
    SequentialBlock front = new SequentialBlock();
    for (NetworkShape.Stage stage : shape.stages()) {
      front.add(convolution(stage, !normalised));
      rectified(front, normalised);
    }
    return front.add(Dropout.builder().optRate(shape.dropout()).build());
  }

  private static SequentialBlock overTime(int filters, boolean normalised) {
    SequentialBlock layer = new SequentialBlock();
    layer.add(
        Conv1d.builder()
            .setFilters(filters)
            .setKernelShape(new Shape(TIME_KERNEL))
            .optPadding(new Shape(TIME_KERNEL / 2))
            .optBias(!normalised)
            .build());
    return rectified(layer, normalised);
  }

  private static Optional<GRU> recurrent(NetworkShape shape) {
    return shape.recurrentUnits() == 0
        ? Optional.empty()
        : Optional.of(GRU.builder().setStateSize(shape.recurrentUnits()).setNumLayers(1).build());
  }

  private static Conv2d convolution(NetworkShape.Stage stage, boolean bias) {
    int padding = stage.kernel() / 2;
    return Conv2d.builder()
        .setFilters(stage.filters())
        .setKernelShape(new Shape(stage.kernel(), stage.kernel()))
        .optStride(new Shape(stage.timeStride(), stage.bandStride()))
        .optPadding(new Shape(padding, padding))
        .optBias(bias)
        .build();
  }

  private static SequentialBlock rectified(SequentialBlock block, boolean normalised) {
    if (normalised) {
      block.add(BatchNorm.builder().build());
    }
    return block.add(Activation.reluBlock());
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray images = inputs.singletonOrThrow().expandDims(1);
    NDArray maps = front.forward(parameters, new NDList(images), training).singletonOrThrow();
    NDArray steps = channelsOverTime(maps);
    for (Block layer : overTime) {
      NDArray read = layer.forward(parameters, new NDList(steps), training).singletonOrThrow();
      steps = read.getShape().equals(steps.getShape()) ? read.add(steps) : read;
    }
    steps = steps.transpose(0, 2, 1);
    if (recurrent.isPresent()) {
      steps = recurrent.get().forward(parameters, new NDList(steps), training).get(0);
    }
    NDArray pooled = pooled(steps, parameters, training);
    return head.forward(parameters, new NDList(pooled), training);
  }

  /** (batch, filters, time, band) to (batch, filters x band, time). */
  private static NDArray channelsOverTime(NDArray maps) {
    Shape shape = maps.getShape();
    return maps.transpose(0, 1, 3, 2)
        .reshape(shape.get(0), shape.get(1) * shape.get(3), shape.get(2));
  }

  /** (batch, time, channels) to (batch, channels), or twice as many with the deviations. */
  private NDArray pooled(NDArray steps, ParameterStore parameters, boolean training) {
    NDArray weights =
        attention.forward(parameters, new NDList(steps), training).singletonOrThrow().softmax(1);
    NDArray mean = steps.mul(weights).sum(new int[] {1}, true);
    if (shape.pooling() == NetworkShape.Pooling.MEAN) {
      return mean.squeeze(1);
    }
    NDArray variance = steps.sub(mean).square().mul(weights).sum(new int[] {1});
    return mean.squeeze(1).concat(variance.add(LEAST_VARIANCE).sqrt(), 1);
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputs) {
    Shape window = inputs[0];
    Shape image = new Shape(window.get(0), 1, window.get(1), window.get(2));
    front.initialize(manager, dataType, image);
    Shape maps = front.getOutputShapes(new Shape[] {image})[0];
    Shape steps = new Shape(maps.get(0), maps.get(1) * maps.get(3), maps.get(2));
    for (Block layer : overTime) {
      layer.initialize(manager, dataType, steps);
      steps = layer.getOutputShapes(new Shape[] {steps})[0];
    }
    steps = new Shape(steps.get(0), steps.get(2), steps.get(1));
    if (recurrent.isPresent()) {
      recurrent.get().initialize(manager, dataType, steps);
      steps = recurrent.get().getOutputShapes(new Shape[] {steps})[0];
    }
    attention.initialize(manager, dataType, steps);
    int vectors = shape.pooling() == NetworkShape.Pooling.MEAN ? 1 : 2;
    head.initialize(manager, dataType, new Shape(steps.get(0), vectors * steps.get(2)));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    return new Shape[] {new Shape(inputs[0].get(0), labels)};
  }
}

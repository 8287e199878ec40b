package io.temperline.speech.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.recurrent.GRU;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.util.PairList;

/**
 * A convolutional-recurrent classifier of log-mel windows.
 *
 * <p>Strided convolutions shrink time and band, a unidirectional GRU reads the remaining steps, and
 * attention (one learned score a step, as in Mirsamadi, Barsoum and Zhang, "Automatic speech
 * emotion recognition using recurrent neural networks with local attention", ICASSP 2017) weighs
 * them into one vector for the linear head.
 *
 * <p>Input: (batch, frames, bands), levelled by {@link LevelNormalizer}. Output: (batch, labels),
 * logits.
 */
public final class EmotionNetwork extends AbstractBlock {

  private static final byte FORMAT_VERSION = 1;

  private final NetworkShape shape;
  private final int labels;
  private final SequentialBlock front;
  private final GRU recurrent;
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
    recurrent =
        addChildBlock(
            "recurrent",
            GRU.builder().setStateSize(shape.recurrentUnits()).setNumLayers(1).build());
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
    folding.copy(recurrent, folded.recurrent);
    folding.copy(attention, folded.attention);
    folding.copy(head, folded.head);
    return folded;
  }

  private static SequentialBlock front(NetworkShape shape, boolean normalised) {
    SequentialBlock front = new SequentialBlock();
    for (NetworkShape.Stage stage : shape.stages()) {
      front.add(convolution(stage, !normalised));
      if (normalised) {
        front.add(BatchNorm.builder().build());
      }
      front.add(Activation.reluBlock());
    }
    return front.add(Dropout.builder().optRate(shape.dropout()).build());
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

  @Override
  protected NDList forwardInternal(
      ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> params) {
    NDArray images = inputs.singletonOrThrow().expandDims(1);
    NDArray maps = front.forward(parameters, new NDList(images), training).singletonOrThrow();
    NDArray steps = recurrent.forward(parameters, new NDList(stepsOf(maps)), training).get(0);
    NDArray weights =
        attention.forward(parameters, new NDList(steps), training).singletonOrThrow().softmax(1);
    NDArray pooled = steps.mul(weights).sum(new int[] {1});
    return head.forward(parameters, new NDList(pooled), training);
  }

  /** (batch, filters, time, band) to (batch, time, filters x band). */
  private static NDArray stepsOf(NDArray maps) {
    Shape shape = maps.getShape();
    return maps.transpose(0, 2, 1, 3)
        .reshape(shape.get(0), shape.get(2), shape.get(1) * shape.get(3));
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputs) {
    Shape window = inputs[0];
    front.initialize(manager, dataType, new Shape(window.get(0), 1, window.get(1), window.get(2)));
    Shape maps =
        front
            .getOutputShapes(
                new Shape[] {new Shape(window.get(0), 1, window.get(1), window.get(2))})[0];
    Shape steps = new Shape(maps.get(0), maps.get(2), maps.get(1) * maps.get(3));
    recurrent.initialize(manager, dataType, steps);
    Shape states = recurrent.getOutputShapes(new Shape[] {steps})[0];
    attention.initialize(manager, dataType, states);
    head.initialize(manager, dataType, new Shape(states.get(0), states.get(2)));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    Shape pooled = new Shape(inputs[0].get(0), 1);
    return head.getOutputShapes(new Shape[] {pooled});
  }
}

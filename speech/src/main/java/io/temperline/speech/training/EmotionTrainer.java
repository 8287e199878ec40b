package io.temperline.speech.training;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.AdamW;
import ai.djl.training.optimizer.Optimizer;
import io.temperline.speech.model.EmotionNetwork;
import io.temperline.speech.model.ModelFiles;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.model.TorchEngine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Trains a network on labelled clips. */
final class EmotionTrainer implements AutoCloseable {

  private final ModelManifest manifest;
  private final TrainingConfig config;
  private final TrainingClips clips;
  private final BatchMaker batches;
  private final Random random;
  private final Model model;
  private final Trainer trainer;
  private final EmotionNetwork averaged;
  private final WeightAverage average;

  /**
   * @param start weights to go on from; without any the network begins at random
   */
  EmotionTrainer(
      ModelManifest manifest,
      TrainingConfig config,
      TrainingClips clips,
      Optional<ModelFiles> start) {
    this.manifest = manifest;
    this.config = config;
    this.clips = clips;
    random = new Random(config.seed());
    batches = new BatchMaker(clips, manifest, config, random);
    TorchEngine.forTraining().setRandomSeed((int) config.seed());
    model = Model.newInstance(manifest.name(), "PyTorch");
    model.setBlock(newNetwork(start));
    averaged = newNetwork(start);
    averaged.freezeParameters(true);
    average = new WeightAverage(averaged, config.averagingDecay());
    trainer = model.newTrainer(new DefaultTrainingConfig(loss()).optOptimizer(optimizer()));
    trainer.initialize(input(config.batchSize()));
  }

  /** The network to use: the average of the weights so far. */
  EmotionNetwork network() {
    return averaged;
  }

  int stepsPerEpoch() {
    return clips.size() / config.batchSize();
  }

  /**
   * One pass over the clips; those that fill no batch wait for another epoch.
   *
   * @return the mean loss
   */
  double epoch(Runnable afterStep) {
    List<Integer> order = new ArrayList<>(clips.size());
    for (int i = 0; i < clips.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    double loss = 0;
    for (int step = 0; step < stepsPerEpoch(); step++) {
      int from = step * config.batchSize();
      loss += step(batches.make(order.subList(from, from + config.batchSize())));
      afterStep.run();
    }
    return loss / stepsPerEpoch();
  }

  private double step(BatchMaker.TrainingBatch batch) {
    double value;
    try (NDManager manager = trainer.getManager().newSubManager()) {
      NDArray windows = manager.create(batch.windows(), input(batch.count()));
      NDArray targets =
          manager.create(batch.targets(), new Shape(batch.count(), manifest.labels().size()));
      try (GradientCollector gradients = trainer.newGradientCollector()) {
        NDList logits = trainer.forward(new NDList(windows));
        NDArray loss = trainer.getLoss().evaluate(new NDList(targets), logits);
        gradients.backward(loss);
        value = loss.getFloat();
        loss.close();
        logits.close();
      }
    }
    trainer.step();
    average.update(model.getBlock());
    return value;
  }

  private Shape input(int windows) {
    return new Shape(windows, manifest.frames(), manifest.features().bands());
  }

  private EmotionNetwork newNetwork(Optional<ModelFiles> start) {
    EmotionNetwork network = new EmotionNetwork(config.shape(), manifest.labels().size());
    network.initialize(model.getNDManager(), DataType.FLOAT32, input(config.batchSize()));
    start.ifPresent(files -> files.load(network, model.getNDManager()));
    return network;
  }

  private Optimizer optimizer() {
    AdamW.Builder adam = Optimizer.adamW();
    adam.optLearningRateTracker(
        new OneCycle(config.peakLearningRate(), config.epochs() * stepsPerEpoch()));
    adam.optWeightDecays(config.weightDecay());
    return adam.build();
  }

  private static Loss loss() {
    return Loss.softmaxCrossEntropyLoss("soft labels", 1, -1, false, true);
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}

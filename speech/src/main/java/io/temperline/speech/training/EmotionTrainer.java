package io.temperline.speech.training;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.ParameterList;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.util.Pair;
import io.temperline.speech.model.EmotionNetwork;
import io.temperline.speech.model.ModelFiles;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.model.TorchEngine;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Trains a network on labelled clips. Every epoch has a seed of its own, so that a training that
 * was broken off goes on with what it would have drawn.
 */
final class EmotionTrainer implements AutoCloseable {

  private final ModelManifest manifest;
  private final Recipe recipe;
  private final TrainingClips clips;
  private final Random random = new Random();
  private final BatchMaker batches;
  private final Engine engine = TorchEngine.forTraining();
  private final AdamW optimizer;
  private final Model model;
  private final Trainer trainer;
  private final EmotionNetwork averaged;
  private final WeightAverage average;
  private int epochsDone;

  /**
   * @param noise recordings of noise, one channel at 8 kHz each
   * @param start weights to go on from; without any the network begins at random
   */
  EmotionTrainer(
      ModelManifest manifest,
      Recipe recipe,
      TrainingClips clips,
      List<float[]> noise,
      Optional<ModelFiles> start) {
    this.manifest = manifest;
    this.recipe = recipe;
    this.clips = clips;
    batches = new BatchMaker(clips, manifest, recipe, noise, random);
    engine.setRandomSeed((int) recipe.seed());
    model = Model.newInstance(manifest.name(), "PyTorch");
    model.setBlock(newNetwork(start));
    averaged = newNetwork(start);
    averaged.freezeParameters(true);
    average = new WeightAverage(averaged, recipe.optimizer().averagingDecay());
    optimizer =
        new AdamW(
            new OneCycle(
                recipe.optimizer().peakLearningRate(),
                recipe.optimizer().epochs() * stepsPerEpoch()),
            recipe.optimizer().weightDecay());
    trainer = model.newTrainer(new DefaultTrainingConfig(loss()).optOptimizer(optimizer));
    trainer.initialize(input(recipe.optimizer().batchSize()));
  }

  /** The network to use: the average of the weights so far. */
  EmotionNetwork network() {
    return averaged;
  }

  int stepsPerEpoch() {
    return clips.size() / recipe.optimizer().batchSize();
  }

  int epochsDone() {
    return epochsDone;
  }

  /**
   * As many windows as there are clips, but for those that fill no batch.
   *
   * @return the mean loss
   */
  double epoch(Runnable afterStep) {
    random.setSeed(31 * recipe.seed() + epochsDone);
    engine.setRandomSeed((int) (31 * recipe.seed() + epochsDone));
    double loss = 0;
    for (int step = 0; step < stepsPerEpoch(); step++) {
      loss += step(batches.make(recipe.optimizer().batchSize()));
      afterStep.run();
    }
    epochsDone++;
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
    optimizer.nextStep();
    trainer.step();
    average.update(model.getBlock());
    return value;
  }

  /** Writes all that the next epoch depends on. */
  void save(DataOutputStream out) throws IOException {
    out.writeInt(epochsDone);
    for (Pair<String, Parameter> parameter : parameters()) {
      Tensors.write(parameter.getValue().getArray(), out);
    }
    for (Pair<String, Parameter> parameter : averaged.getParameters()) {
      Tensors.write(parameter.getValue().getArray(), out);
    }
    optimizer.save(parameters(), out);
  }

  /** Takes up what {@link #save} wrote with the same recipe and clips. */
  void load(DataInputStream in) throws IOException {
    epochsDone = in.readInt();
    for (Pair<String, Parameter> parameter : parameters()) {
      Tensors.read(parameter.getValue().getArray(), in);
    }
    for (Pair<String, Parameter> parameter : averaged.getParameters()) {
      Tensors.read(parameter.getValue().getArray(), in);
    }
    optimizer.load(parameters(), in);
    average.resumeAfter(epochsDone * stepsPerEpoch());
  }

  private ParameterList parameters() {
    return model.getBlock().getParameters();
  }

  private Shape input(int windows) {
    return new Shape(windows, manifest.frames(), manifest.features().bands());
  }

  private EmotionNetwork newNetwork(Optional<ModelFiles> start) {
    EmotionNetwork network = new EmotionNetwork(recipe.network(), manifest.labels().size());
    network.initialize(
        model.getNDManager(), DataType.FLOAT32, input(recipe.optimizer().batchSize()));
    start.ifPresent(files -> files.load(network, model.getNDManager()));
    return network;
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

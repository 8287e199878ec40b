package io.temperline.reference.learning;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import io.temperline.reference.sound.Sample;
import io.temperline.speech.model.TorchEngine;
import io.temperline.speech.training.EpochReport;
import io.temperline.speech.training.TrainingListener;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Trains a network on examples, and is what has learned. */
final class NetworkTraining implements Trained {

  /** An epoch in so many is reported; the originals' are many and short. */
  private static final int REPORTS = 10;

  private final NetworkRecipe recipe;
  private final Examples examples;
  private final Random random;
  private final Model model;
  private final Trainer trainer;

  NetworkTraining(NetworkRecipe recipe, Examples examples, long seed) {
    this.recipe = recipe;
    this.examples = examples;
    random = new Random(seed);
    Engine engine = TorchEngine.forTraining();
    engine.setRandomSeed((int) seed);
    model = Model.newInstance("reference", "PyTorch");
    Shape input = shape(recipe.batchSize(), examples.samples().get(0));
    try {
      model.setBlock(
          new LayeredNetwork(recipe.layers(), examples.labelCount())
              .initialized(model.getNDManager(), input));
    } catch (UnusableClassifierException e) {
      model.close();
      throw e;
    }
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(loss()).optOptimizer(recipe.optimizer().optimizer()));
    trainer.initialize(input);
  }

  /** How many weights are learned. */
  long learnedWeights() {
    return LayeredNetwork.learnedWeights(model.getBlock());
  }

  void run(TrainingListener listener) {
    List<Integer> order =
        IntStream.range(0, examples.size())
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    int steps = (examples.size() + recipe.batchSize() - 1) / recipe.batchSize();
    listener.begin(0, steps * recipe.epochs());
    for (int epoch = 1; epoch <= recipe.epochs(); epoch++) {
      Collections.shuffle(order, random);
      double loss = 0;
      for (int step = 0; step < steps; step++) {
        int from = step * recipe.batchSize();
        loss += step(order.subList(from, Math.min(order.size(), from + recipe.batchSize())));
        listener.step((epoch - 1) * steps + step + 1, steps * recipe.epochs());
      }
      if (epoch == recipe.epochs() || epoch % Math.max(1, recipe.epochs() / REPORTS) == 0) {
        listener.epoch(new EpochReport(epoch, recipe.epochs(), loss / steps, Optional.empty()));
      }
    }
  }

  /** The batch's loss. */
  private double step(List<Integer> batch) {
    try (NDManager manager = trainer.getManager().newSubManager()) {
      NDArray input = tensor(manager, batch.stream().map(examples.samples()::get).toList());
      NDArray targets = targets(manager, batch);
      double value;
      try (GradientCollector gradients = trainer.newGradientCollector()) {
        NDList logits = trainer.forward(new NDList(input));
        NDArray loss = trainer.getLoss().evaluate(new NDList(targets), logits);
        gradients.backward(loss);
        value = loss.getFloat();
        logits.close();
        loss.close();
      }
      trainer.step();
      return value;
    }
  }

  @Override
  public List<float[]> probabilities(List<Sample> samples) {
    List<float[]> all = new ArrayList<>(samples.size());
    for (int from = 0; from < samples.size(); from += recipe.batchSize()) {
      List<Sample> batch =
          samples.subList(from, Math.min(samples.size(), from + recipe.batchSize()));
      try (NDManager manager = trainer.getManager().newSubManager()) {
        NDList logits = trainer.evaluate(new NDList(tensor(manager, batch)));
        float[] values = logits.singletonOrThrow().softmax(1).toFloatArray();
        logits.close();
        int labels = examples.labelCount();
        for (int i = 0; i < batch.size(); i++) {
          all.add(java.util.Arrays.copyOfRange(values, i * labels, (i + 1) * labels));
        }
      }
    }
    return all;
  }

  private NDArray targets(NDManager manager, List<Integer> batch) {
    float[] targets = new float[batch.size() * examples.labelCount()];
    for (int i = 0; i < batch.size(); i++) {
      targets[i * examples.labelCount() + examples.labels().get(batch.get(i))] = 1;
    }
    return manager.create(targets, new Shape(batch.size(), examples.labelCount()));
  }

  private static NDArray tensor(NDManager manager, List<Sample> samples) {
    int size = samples.get(0).values().length;
    float[] values = new float[samples.size() * size];
    for (int i = 0; i < samples.size(); i++) {
      System.arraycopy(samples.get(i).values(), 0, values, i * size, size);
    }
    return manager.create(values, shape(samples.size(), samples.get(0)));
  }

  private static Shape shape(int batch, Sample sample) {
    Shape shape = new Shape(batch);
    for (int size : sample.shape()) {
      shape = shape.add(size);
    }
    return shape;
  }

  private static Loss loss() {
    return Loss.softmaxCrossEntropyLoss("cross-entropy", 1, -1, false, true);
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }
}

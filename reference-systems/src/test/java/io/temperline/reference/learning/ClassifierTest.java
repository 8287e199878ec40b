package io.temperline.reference.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.temperline.reference.ReferenceSystems;
import io.temperline.reference.sound.Sample;
import io.temperline.speech.model.TorchEngine;
import io.temperline.speech.training.EpochReport;
import io.temperline.speech.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifierTest {

  private static final int LABELS = 3;

  private final TrainingListener nobody =
      new TrainingListener() {
        @Override
        public void step(int done, int total) {}

        @Override
        public void epoch(EpochReport report) {}
      };

  @Test
  void theNetworkOverMeanMfccHasTheAuthorsNumberOfWeights() {
    Classifier classifier =
        new ReferenceSystems().named("mfcc-mean-cnn").orElseThrow().classifier();

    assertThat(weights(((NetworkRecipe) classifier).layers(), 8, new Shape(2, 1, 40)))
        .isEqualTo(87_944);
  }

  @Test
  void aLayerThatCannotTakeWhatComesToItIsNamed() {
    assertThatThrownBy(() -> weights(List.of(new Layer.MaxPool1d(50)), LABELS, new Shape(2, 1, 40)))
        .isInstanceOf(UnusableClassifierException.class)
        .hasMessageStartingWith("layer 1, MaxPool1d[size=50], cannot take (2, 1, 40): ")
        .hasMessageNotContaining("\n");
    assertThatThrownBy(
            () -> weights(List.of(new Convolution2d(4, 3, 1)), LABELS, new Shape(2, 1, 40)))
        .isInstanceOf(UnusableClassifierException.class)
        .hasMessageContaining("layer 1");
  }

  @Test
  void networksLearnAndTheSameSeedGivesTheSame() {
    NetworkRecipe recipe =
        new NetworkRecipe(
            List.of(new Convolution1d(4, 3, 1), new Layer.Relu(), new Layer.Flatten()),
            new OptimizerRecipe.RmsProp(0.01f, 0.9f),
            8,
            20);

    assertThat(accuracy(recipe)).isEqualTo(1);
    assertThat(probabilities(recipe, 1).get(0)).isEqualTo(probabilities(recipe, 1).get(0));
    assertThat(probabilities(recipe, 2).get(0)).isNotEqualTo(probabilities(recipe, 1).get(0));
  }

  @Test
  void boostedTreesLearnAndTheSameSeedGivesTheSame() {
    BoostedTreesRecipe recipe = new BoostedTreesRecipe(10, 3, 0.3f, 0.8f, 1);

    assertThat(accuracy(recipe)).isEqualTo(1);
    assertThat(probabilities(recipe, 1).get(0)).isEqualTo(probabilities(recipe, 1).get(0));
    assertThat(sum(probabilities(recipe, 1).get(0))).isCloseTo(1, within(1e-5f));
  }

  @ParameterizedTest
  @CsvSource({"1, 0.5", "-3, 0.5", "100, 1"})
  void rmsPropTakesKerasFirstStep(float gradient, float learningRate) {
    TorchEngine.forTraining();
    try (NDManager manager = NDManager.newBaseManager()) {
      var weight = manager.create(new float[] {2});
      new RmsPropOptimizer(learningRate, 0.9f)
          .update("w", weight, manager.create(new float[] {gradient}));

      double step = learningRate * gradient / (Math.sqrt(0.1 * gradient * gradient) + 1e-7);
      assertThat(weight.getFloat()).isCloseTo((float) (2 - step), within(1e-4f));
    }
  }

  @Test
  void standardScalingIsLearnedFromTheTrainingAlone() {
    List<Sample> train =
        List.of(
            new Sample(List.of(2, 2), 2, new float[] {1, 3, 7, 7}),
            new Sample(List.of(2, 2), 2, new float[] {5, 7, 7, 7}));

    Sample scaled =
        Scaling.STANDARD
            .learnedFrom(train)
            .apply(new Sample(List.of(2, 2), 2, new float[] {4, 4 + (float) Math.sqrt(5), 7, 9}));

    assertThat(scaled.values()).containsExactly(new float[] {0, 1, 0, 2}, within(1e-5f));
    assertThat(Scaling.NONE.learnedFrom(train).apply(scaled)).isSameAs(scaled);
  }

  @Test
  void samplesOfDifferentShapesAreRefused() {
    List<Sample> samples =
        List.of(new Sample(List.of(1), 1, new float[1]), new Sample(List.of(2), 1, new float[2]));

    assertThatThrownBy(() -> new Examples(samples, List.of(0, 1), 2))
        .isInstanceOf(UnusableClassifierException.class)
        .hasMessageContaining("a step FIT");
  }

  private static long weights(List<Layer> layers, int labels, Shape input) {
    TorchEngine.forTraining();
    try (NDManager manager = NDManager.newBaseManager()) {
      return LayeredNetwork.learnedWeights(
          new LayeredNetwork(layers, labels).initialized(manager, input));
    }
  }

  private double accuracy(Classifier classifier) {
    Examples examples = examples();
    List<float[]> probabilities = probabilities(classifier, 1);
    int right = 0;
    for (int i = 0; i < examples.size(); i++) {
      float[] values = probabilities.get(i);
      int best = 0;
      for (int label = 1; label < LABELS; label++) {
        best = values[label] > values[best] ? label : best;
      }
      right += best == examples.labels().get(i) ? 1 : 0;
    }
    return right / (double) examples.size();
  }

  private List<float[]> probabilities(Classifier classifier, long seed) {
    Examples examples = examples();
    try (Trained trained = classifier.train(examples, seed, nobody)) {
      return trained.probabilities(examples.samples());
    }
  }

  private static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  /** Three kinds of vectors of six values, in noise. */
  private static Examples examples() {
    Random random = new Random(1);
    List<Sample> samples = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      float[] values = new float[6];
      for (int j = 0; j < values.length; j++) {
        values[j] = (float) (0.2 * random.nextGaussian()) + (j % LABELS == i % LABELS ? 1 : 0);
      }
      samples.add(new Sample(List.of(1, values.length), 1, values));
      labels.add(i % LABELS);
    }
    return new Examples(samples, labels, LABELS);
  }
}

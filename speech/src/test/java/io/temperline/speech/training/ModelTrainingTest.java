package io.temperline.speech.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.corpus.CorpusClip;
import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.evaluation.Evaluation;
import io.temperline.speech.evaluation.Evaluator;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.ModelFiles;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.model.NetworkShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrainingTest {

  private static final NetworkShape SMALL =
      new NetworkShape(
          List.of(new NetworkShape.Stage(8, 5, 4, 4), new NetworkShape.Stage(16, 3, 2, 2)),
          List.of(16, 16),
          0,
          NetworkShape.Pooling.STATISTICS,
          0.1f);

  @TempDir private Path folder;

  private final List<EpochReport> reports = new ArrayList<>();
  private int steps;
  private int stepsToDo;

  /** "Sad" is a low steady tone, "angry" a high one that swells and fades. */
  @Test
  void learnsToTellTwoKindsOfSoundsApart() throws IOException {
    ModelManifest written =
        new ModelTraining(recipe(), List.of(), listener())
            .train(
                "3", clips("train", 48, 1), clips("validation", 16, 2), Optional.empty(), folder);

    assertThat(steps).isEqualTo(stepsToDo).isEqualTo(6 * 8);
    assertThat(reports).hasSize(8);
    assertThat(reports.get(7).loss()).isLessThan(reports.get(0).loss());
    try (EmotionModel model = EmotionModel.load(folder)) {
      assertThat(model.manifest()).isEqualTo(written);
      assertThat(written.version()).isEqualTo("3");
      assertThat(written.calibrationVersion()).isEqualTo("3");
      assertThat(folder.resolve("MODEL_CARD.md"))
          .content()
          .contains("| made-up | 48 | 48 | 16 | 16 |")
          .contains("- made-up: 16 clips, accuracy ");
      Evaluation evaluation = new Evaluator(model).evaluate(clips("test", 20, 3));
      assertThat(evaluation.uar()).isGreaterThan(0.9);
      assertThat(evaluation.angerAuc()).isGreaterThan(0.9);
    }
  }

  @Test
  void withoutValidationSpeakersTheModelStaysUncalibrated() throws IOException {
    ModelManifest written =
        new ModelTraining(recipe(), List.of(), listener())
            .train("3", clips("train", 16, 1), List.of(), Optional.empty(), folder);

    assertThat(written.temperature()).isEqualTo(1);
    assertThat(written.calibrationVersion()).isEqualTo("none");
    assertThat(reports).allMatch(report -> report.validation().isEmpty());
  }

  @Test
  void theSameSeedGivesTheSameWeights() throws IOException {
    Recipe recipe = recipe().lasting(2);
    List<HeardClip> train = clips("train", 24, 1);

    String first = trained(recipe, train, "first").weightsSha256();

    assertThat(trained(recipe, train, "second").weightsSha256()).isEqualTo(first);
    assertThat(trained(recipe.seeded(2), train, "third").weightsSha256()).isNotEqualTo(first);
  }

  @Test
  void aTrainingThatWasBrokenOffGoesOnToTheSameWeights() throws IOException {
    Recipe recipe = recipe().lasting(4);
    List<HeardClip> train = clips("train", 24, 1);
    ModelTraining killed = new ModelTraining(recipe, List.of(), killerAfter(3));
    assertThatThrownBy(
            () -> killed.train("1", train, List.of(), Optional.empty(), folder.resolve("killed")))
        .hasMessage("killed");
    assertThat(ModelTraining.isUnfinishedIn(folder.resolve("killed"))).isTrue();

    ModelManifest resumed = trained(recipe, train, "killed");

    assertThat(reports).extracting(EpochReport::epoch).containsExactly(4);
    assertThat(ModelTraining.isUnfinishedIn(folder.resolve("killed"))).isFalse();
    assertThat(resumed.weightsSha256())
        .isEqualTo(trained(recipe, train, "undisturbed").weightsSha256());
  }

  @Test
  void anUnfinishedTrainingOfAnotherRecipeIsRefused() throws IOException {
    List<HeardClip> train = clips("train", 24, 1);
    ModelTraining killed = new ModelTraining(recipe(), List.of(), killerAfter(1));
    assertThatThrownBy(() -> killed.train("1", train, List.of(), Optional.empty(), folder))
        .hasMessage("killed");

    assertThatThrownBy(
            () ->
                new ModelTraining(recipe().seeded(5), List.of(), listener())
                    .train("1", train, List.of(), Optional.empty(), folder))
        .isInstanceOf(UnusableRecipeException.class)
        .hasMessageContaining("training-state.bin is of a training with another recipe");
  }

  @Test
  void recordedNoiseIsMixedInAndMustBeThere() throws IOException {
    List<HeardClip> train = clips("train", 24, 1);
    Recipe quiet = recipe().lasting(1);
    Recipe noisy = noisy(quiet);
    String weights = trained(quiet, train, "quiet").weightsSha256();

    ModelManifest written =
        new ModelTraining(noisy, List.of(new float[] {0.5f, -0.5f}), listener())
            .train("1", train, List.of(), Optional.empty(), folder.resolve("noisy"));

    assertThat(written.weightsSha256()).isNotEqualTo(weights);
    assertThat(Recipe.read(folder.resolve("noisy/recipe.yaml"))).isEqualTo(noisy);
    assertThatThrownBy(() -> new ModelTraining(noisy, List.of(), listener()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Recipe noisy(Recipe quiet) {
    AugmentationConfig config =
        new AugmentationConfig(
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            List.of(new WaveformStep.InRecordedNoise(1, new Range(0, 5))));
    return new Recipe(
        quiet.seed(),
        quiet.window(),
        quiet.features(),
        quiet.network(),
        quiet.sampling(),
        config,
        quiet.optimizer());
  }

  private ModelManifest trained(Recipe recipe, List<HeardClip> train, String name)
      throws IOException {
    return new ModelTraining(recipe, List.of(), listener())
        .train("1", train, List.of(), Optional.empty(), folder.resolve(name));
  }

  @Test
  void furtherTrainingGoesOnFromTheModelNamed() throws IOException {
    List<HeardClip> train = clips("train", 48, 1);
    new ModelTraining(recipe(), List.of(), listener())
        .train("1", train, List.of(), Optional.empty(), folder);
    double lossAtTheEnd = reports.get(7).loss();
    reports.clear();

    new ModelTraining(recipe(), List.of(), listener())
        .train("2", train, List.of(), Optional.of(ModelFiles.in(folder)), folder.resolve("on"));

    assertThat(reports.get(0).loss()).isLessThan(lossAtTheEnd + 0.15);
  }

  private static Recipe recipe() {
    Recipe standard = Recipe.standard();
    return new Recipe(
        1,
        standard.window(),
        standard.features(),
        SMALL,
        Map.of(),
        standard.augmentation(),
        new OptimizerConfig(8, 8, 5e-3f, 1e-2f, 0.05f, 0.8f));
  }

  /** Breaks off by an error, as a process that is killed would. */
  private static TrainingListener killerAfter(int epoch) {
    return new TrainingListener() {
      @Override
      public void step(int done, int total) {}

      @Override
      public void epoch(EpochReport report) {
        if (report.epoch() == epoch) {
          throw new IllegalStateException("killed");
        }
      }
    };
  }

  private TrainingListener listener() {
    return new TrainingListener() {
      @Override
      public void step(int done, int total) {
        steps = done;
        stepsToDo = total;
      }

      @Override
      public void epoch(EpochReport report) {
        reports.add(report);
      }
    };
  }

  private static List<HeardClip> clips(String split, int count, long seed) {
    Random random = new Random(seed);
    List<HeardClip> clips = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean angry = i % 2 == 0;
      CorpusClip clip =
          new CorpusClip("made-up", Path.of(i + ".wav"), "s" + i, angry ? "angry" : "sad", split);
      clips.add(new HeardClip(clip, TelephoneLine.carry(sound(angry, random), 8_000)));
    }
    return clips;
  }

  private static float[] sound(boolean angry, Random random) {
    double radians = (angry ? 1.2 : 0.2) * (0.9 + 0.2 * random.nextDouble());
    float[] samples = new float[20_000];
    for (int i = 0; i < samples.length; i++) {
      double level = angry ? 0.3 * Math.abs(Math.sin(i / 1_500.0)) : 0.2;
      samples[i] = (float) (level * Math.sin(radians * i) + 0.01 * random.nextGaussian());
    }
    return samples;
  }
}

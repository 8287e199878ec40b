package io.temperline.standalone.speech;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.evaluation.Evaluation;
import io.temperline.speech.evaluation.Figures;
import io.temperline.speech.evaluation.Findings;
import io.temperline.speech.evaluation.Group;
import io.temperline.speech.evaluation.Outcome;
import io.temperline.speech.evaluation.SpeakerFolds;
import io.temperline.speech.evaluation.SpeakerFolds.Fold;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.training.ModelTraining;
import io.temperline.speech.training.Recipe;
import io.temperline.speech.training.TrainingListener;
import io.temperline.standalone.Count;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Trains a model per fold, and puts each to the trial on the speakers that it never heard. */
final class CrossValidation {

  private final Recipe recipe;
  private final List<float[]> noise;
  private final List<HeardClip> joining;
  private final Trial trial;
  private final TrainingListener listener;
  private final Consumer<String> tell;

  /**
   * @param noise recordings of noise that the recipe needs, at 8 kHz
   * @param joining clips of other corpora that every model also learns from
   * @param trial what each model is put to
   * @param listener is told how the trainings get on
   * @param tell takes a line for every fold, as it ends
   */
  CrossValidation(
      Recipe recipe,
      List<float[]> noise,
      List<HeardClip> joining,
      Trial trial,
      TrainingListener listener,
      Consumer<String> tell) {
    this.recipe = recipe;
    this.noise = List.copyOf(noise);
    this.joining = List.copyOf(joining);
    this.trial = trial;
    this.listener = listener;
    this.tell = tell;
  }

  /**
   * What the models found on all clips together, each judged by the model that does not know its
   * speaker, and fold by fold.
   *
   * @throws CommandFailure where a fold has too few clips to learn from
   */
  Findings run(SpeakerFolds folds) throws IOException {
    List<Fold> all = folds.folds();
    all.forEach(this::requireABatch);
    List<Outcome> outcomes = new ArrayList<>();
    List<Group> groups = new ArrayList<>();
    for (Fold fold : all) {
      Outcome outcome = outcome(fold);
      Group group = new Group("fold " + (groups.size() + 1), Figures.of(outcome.judgements()));
      outcomes.add(outcome);
      groups.add(group);
      tell.accept(line(group, all.size(), fold));
    }
    return Findings.of(outcomes.stream().reduce(Outcome::and).orElseThrow()).withFolds(groups);
  }

  private Outcome outcome(Fold fold) throws IOException {
    try (TemporaryFolder folder = new TemporaryFolder("temperline-fold")) {
      Path path = folder.path();
      new ModelTraining(recipe, noise, listener)
          .train("fold", train(fold), known(fold.watched()).toList(), Optional.empty(), path);
      try (EmotionModel model = EmotionModel.load(path)) {
        return trial.of(model, fold.heldOut());
      }
    }
  }

  private List<HeardClip> train(Fold fold) {
    return Stream.concat(known(fold.train()), known(joining)).toList();
  }

  private static Stream<HeardClip> known(List<HeardClip> clips) {
    return clips.stream().filter(clip -> ModelTraining.LABELS.contains(clip.clip().emotion()));
  }

  private void requireABatch(Fold fold) {
    int clips = train(fold).size();
    if (clips < recipe.optimizer().batchSize()) {
      throw new CommandFailure(
          "a fold has %s to train on, fewer than a batch of %d; give more corpora"
              .formatted(Count.of(clips, "clip"), recipe.optimizer().batchSize()));
    }
  }

  private static String line(Group group, int folds, Fold fold) {
    Evaluation evaluation = group.figures().evaluation();
    return String.format(
        Locale.ROOT,
        "%s/%d  %s  accuracy %.3f  UAR %.3f  anger AUC %.3f",
        group.name(),
        folds,
        Speakers.in(fold.heldOut()),
        evaluation.accuracy(),
        evaluation.uar(),
        evaluation.angerAuc());
  }
}

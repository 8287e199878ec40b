package io.temperline.standalone.speech;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.model.ModelFiles;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.training.ModelTraining;
import io.temperline.speech.training.Recipe;
import io.temperline.standalone.Count;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train}: makes a model from labelled recordings. */
@Command(
    name = "train",
    description =
        "Train a model on the train split of corpora, watch it on their validation split, and"
            + " write it to a folder. The same command goes on where an earlier one was broken"
            + " off.")
public final class TrainCommand extends SpeechCommand {

  @Mixin private CorpusOptions corpora;

  @Mixin private RecipeOptions recipe;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the model goes.")
  private Path folder;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "A trained model to go on from, with gentler steps.")
  private Path start;

  @Option(
      names = "--model-version",
      defaultValue = "1",
      paramLabel = "VERSION",
      description = "Version to write into the manifest. Default: ${DEFAULT-VALUE}.")
  private String version;

  @Override
  void run() throws IOException {
    Recipe chosen = start == null ? recipe.recipe() : recipe.recipe().forFurtherTraining();
    requireNoModelThere();
    List<float[]> noise = recipe.noise(this::complain);
    makeFolder();
    List<HeardClip> train = known(corpora.load(List.of("train"), this::complain));
    List<HeardClip> validation = known(corpora.loadAny(List.of("validation"), this::complain));
    if (train.size() < chosen.optimizer().batchSize()) {
      throw new CommandFailure(
          "%s to train on, fewer than a batch of %d; give more corpora"
              .formatted(Count.of(train.size(), "clip"), chosen.optimizer().batchSize()));
    }
    out()
        .println(
            "training on %s, watching on %s of other speakers"
                .formatted(Count.of(train.size(), "clip"), Count.of(validation.size(), "clip")));
    TrainingProgress progress = new TrainingProgress(out(), System.console() != null);
    ModelManifest written =
        new ModelTraining(chosen, noise, progress)
            .train(
                version, train, validation, Optional.ofNullable(start).map(ModelFiles::in), folder);
    out().println("wrote %s %s to %s".formatted(written.name(), written.version(), folder));
    out().flush();
  }

  private void requireNoModelThere() {
    boolean finished =
        Files.exists(folder.resolve(ModelFiles.MANIFEST)) && !ModelTraining.isUnfinishedIn(folder);
    if (finished) {
      throw new CommandFailure(
          "there is a model in %s already; name another folder with --out, or remove it"
              .formatted(folder));
    }
  }

  /** Before the training rather than after it. */
  private void makeFolder() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new CommandFailure(
          "cannot make the folder " + folder + "; name another one with --out");
    }
  }

  /** Drops clips of emotions that the model does not have, and says how many of each. */
  private List<HeardClip> known(List<HeardClip> clips) {
    Map<String, Long> unknown =
        clips.stream()
            .map(clip -> clip.clip().emotion())
            .filter(emotion -> !ModelTraining.LABELS.contains(emotion))
            .collect(
                Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    unknown.forEach(
        (emotion, count) ->
            complain(
                "left out %s of emotion '%s'; the model knows %s"
                    .formatted(
                        Count.of(count, "clip"),
                        emotion,
                        String.join(", ", ModelTraining.LABELS))));
    return clips.stream()
        .filter(clip -> ModelTraining.LABELS.contains(clip.clip().emotion()))
        .toList();
  }
}

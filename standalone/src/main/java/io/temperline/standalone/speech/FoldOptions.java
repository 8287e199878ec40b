package io.temperline.standalone.speech;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.training.Recipe;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How models are cross-validated. */
final class FoldOptions {

  @Option(
      names = "--folds",
      paramLabel = "K",
      description =
          "Measure the training rather than a model: cut the speakers into K folds, train a model"
              + " per fold on all others, and judge each speaker by the model that never heard"
              + " them.")
  private Integer folds;

  @Option(
      names = "--train-corpus",
      paramLabel = "NAME=DIR",
      description = "With --folds: every model also learns from this corpus' train split.")
  private Map<String, Path> joining = new LinkedHashMap<>();

  @Mixin private RecipeOptions recipe;

  boolean given() {
    return folds != null;
  }

  int folds() {
    return folds;
  }

  /**
   * @param model that was asked for, or null
   * @throws CommandFailure where the options do not fit together
   */
  void check(Path model, CorpusOptions corpora) {
    if (!given() && (!joining.isEmpty() || recipe.given())) {
      throw new CommandFailure(
          "--train-corpus, --recipe, --epochs, --seed and --noise go with --folds");
    }
    if (given() && model != null) {
      throw new CommandFailure("--folds trains models of its own: leave out --model");
    }
    if (given() && folds < 2) {
      throw new CommandFailure("--folds must be at least 2, not " + folds);
    }
    joining.forEach(corpora::requireOther);
  }

  Recipe recipe() {
    return recipe.recipe();
  }

  /** The recordings of noise that the recipe needs, perhaps none. */
  List<float[]> noise(Consumer<String> complain) {
    return recipe.noise(complain);
  }

  /** The clips that every model also learns from, perhaps none. */
  List<HeardClip> joining(Consumer<String> complain) {
    return CorpusOptions.loadAny(joining, List.of("train"), complain);
  }

  /** As "6-fold cross-validation by speaker (60 epochs, seed 1)". */
  String words() {
    Recipe trained = recipe();
    String with =
        joining.isEmpty()
            ? ""
            : ", learning from " + String.join(" and ", joining.keySet()) + " too";
    return "%d-fold cross-validation by speaker (%d epochs, seed %d%s)"
        .formatted(folds, trained.optimizer().epochs(), trained.seed(), with);
  }
}

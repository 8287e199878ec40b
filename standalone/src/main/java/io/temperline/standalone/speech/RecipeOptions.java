package io.temperline.standalone.speech;

import io.temperline.speech.training.Recipe;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The recipe that a command trains by. */
final class RecipeOptions {

  @Option(
      names = "--recipe",
      paramLabel = "FILE",
      description =
          "What to train by, YAML: features, network, augmentation, optimizer, seed. Default: our"
              + " own.")
  private Path file;

  @Option(names = "--epochs", paramLabel = "N", description = "In place of the recipe's epochs.")
  private Integer epochs;

  @Option(names = "--seed", paramLabel = "N", description = "In place of the recipe's seed.")
  private Long seed;

  boolean given() {
    return file != null || epochs != null || seed != null;
  }

  Recipe recipe() {
    Recipe recipe = file == null ? Recipe.standard() : Recipe.read(file);
    if (epochs != null) {
      if (epochs < 1) {
        throw new CommandFailure("--epochs must be at least 1, not " + epochs);
      }
      recipe = recipe.lasting(epochs);
    }
    return seed == null ? recipe : recipe.seeded(seed);
  }
}

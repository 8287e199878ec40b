package io.temperline.standalone.speech;

import io.temperline.speech.corpus.NoiseRecordings;
import io.temperline.speech.training.Recipe;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
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

  @Option(
      names = "--noise",
      paramLabel = "DIR",
      description = "Recordings of noise, for a recipe whose augmentation has recordedNoise.")
  private Path noise;

  boolean given() {
    return file != null || epochs != null || seed != null || noise != null;
  }

  /**
   * The recordings of noise that the recipe's augmentation needs, at 8 kHz; empty where it needs
   * none.
   *
   * @throws CommandFailure where it needs some and there are none, or the other way round
   */
  List<float[]> noise(Consumer<String> complain) {
    boolean needed = recipe().augmentation().needsRecordedNoise();
    if (needed && noise == null) {
      throw new CommandFailure(
          "the recipe %s wants recordedNoise: name a folder of recordings with --noise"
              .formatted(file));
    }
    if (!needed && noise != null) {
      throw new CommandFailure(
          "--noise %s is for nothing: the recipe has no recordedNoise".formatted(noise));
    }
    return needed ? NoiseRecordings.read(noise, complain) : List.of();
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

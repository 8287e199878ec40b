package io.temperline.speech.training;

import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.model.NetworkShape;
import io.temperline.speech.window.WindowConfig;
import java.nio.file.Path;
import java.util.Map;

/**
 * All that decides what a training makes of its clips. In files it is YAML, with these names.
 *
 * @param seed of everything random
 * @param window length that the model is trained on, and the hop it is meant for
 * @param features what a window is turned into
 * @param network the architecture
 * @param sampling how often windows are of each corpus, by its name, in any unit; a corpus that is
 *     not named counts by its share of the clips
 * @param augmentation how windows are varied
 * @param optimizer how the weights are found
 */
public record Recipe(
    long seed,
    WindowConfig window,
    LogMelConfig features,
    NetworkShape network,
    Map<String, Float> sampling,
    AugmentationConfig augmentation,
    OptimizerConfig optimizer) {

  /** What a network that goes on from trained weights takes of the peak learning rate. */
  private static final float FURTHER_TRAINING = 1f / 3;

  public Recipe {
    sampling = Map.copyOf(sampling);
    sampling.forEach(
        (corpus, share) -> {
          if (!(share > 0)) {
            throw new IllegalArgumentException(
                "sampling of %s must be above 0, not %s".formatted(corpus, share));
          }
        });
  }

  /** The recipe that comes with the program. */
  public static Recipe standard() {
    return new RecipeYaml().standard();
  }

  /**
   * @throws UnusableRecipeException where the file cannot be read or says something impossible
   */
  public static Recipe read(Path file) {
    return new RecipeYaml().read(file);
  }

  /** The same for another number of epochs. */
  public Recipe lasting(int epochs) {
    return new Recipe(
        seed, window, features, network, sampling, augmentation, optimizer.lasting(epochs));
  }

  /** The same from another seed. */
  public Recipe seeded(long otherSeed) {
    return new Recipe(otherSeed, window, features, network, sampling, augmentation, optimizer);
  }

  /** The same with gentler steps, for weights that are trained already. */
  public Recipe forFurtherTraining() {
    return new Recipe(
        seed,
        window,
        features,
        network,
        sampling,
        augmentation,
        optimizer.slowedDownTo(FURTHER_TRAINING * optimizer.peakLearningRate()));
  }
}

package io.temperline.reference;

import io.temperline.speech.training.RecipeYaml;
import java.util.List;
import java.util.Optional;

/** The systems that come with the program, by name. */
public final class ReferenceSystems {

  private static final List<String> NAMES =
      List.of(
          "mfcc-cnn",
          "mfcc-mean-cnn",
          "mfcc-mean-lstm",
          "five-features-cnn",
          "five-features-cnn-bn",
          "boosted-trees",
          "mobilenet",
          "wav2vec2",
          "frames-cnn",
          "spectrogram-cnn");

  private final List<SystemRecipe> systems;

  public ReferenceSystems() {
    RecipeYaml yaml = new RecipeYaml();
    systems =
        NAMES.stream()
            .map(name -> yaml.own(getClass(), name + ".yaml", SystemRecipe.class))
            .toList();
  }

  /** In the order in which they are to be listed. */
  public List<SystemRecipe> all() {
    return systems;
  }

  /** The system of a name. */
  public Optional<SystemRecipe> named(String name) {
    return systems.stream().filter(system -> system.name().equals(name)).findFirst();
  }
}

package io.temperline.reference;

import io.temperline.reference.learning.Classifier;
import io.temperline.reference.learning.Scaling;
import io.temperline.reference.sound.AugmentedCopies;
import io.temperline.reference.sound.FeatureChoice;
import io.temperline.reference.sound.Layout;
import io.temperline.reference.sound.Preparation;
import io.temperline.reference.sound.Step;
import io.temperline.speech.training.RecipeYaml;
import io.temperline.speech.training.UnusableRecipeException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * All that a system is made by. In files it is YAML, with these names.
 *
 * @param name by which it is asked for
 * @param what it is, in a line
 * @param reported the figure that its authors report, and how they came by it, in a line
 * @param seed of everything random
 * @param sampleRate that recordings are brought to, samples per second
 * @param emotions that it tells apart, at least two; clips of others are left out
 * @param preprocessing what a clip goes through before features are taken, in order
 * @param features in order; none where the layout takes the waveform
 * @param layout how features become what the classifier gets
 * @param scaling of that, learned from the clips trained on
 * @param augmentation the copies that are made of every clip
 * @param classifier what is trained
 */
public record SystemRecipe(
    String name,
    String what,
    String reported,
    long seed,
    int sampleRate,
    List<String> emotions,
    List<Step> preprocessing,
    List<FeatureChoice> features,
    Layout layout,
    Scaling scaling,
    AugmentedCopies augmentation,
    Classifier classifier) {

  private static final int LOWEST_RATE = 8_000;
  private static final int HIGHEST_RATE = 48_000;

  public SystemRecipe {
    emotions = List.copyOf(emotions);
    preprocessing = List.copyOf(preprocessing);
    features = List.copyOf(features);
    if (sampleRate < LOWEST_RATE || sampleRate > HIGHEST_RATE) {
      throw new IllegalArgumentException(
          "sampleRate must be from %d to %d, not %d"
              .formatted(LOWEST_RATE, HIGHEST_RATE, sampleRate));
    }
    if (emotions.size() < 2 || Set.copyOf(emotions).size() < emotions.size()) {
      throw new IllegalArgumentException("emotions must be two or more, each named once");
    }
    if (features.isEmpty() != layout instanceof Layout.Waveform) {
      throw new IllegalArgumentException("a system takes features, or layout WAVEFORM without any");
    }
  }

  /**
   * @throws UnusableRecipeException where the file cannot be read or says something impossible
   */
  public static SystemRecipe read(Path file) {
    return new RecipeYaml().read(file, SystemRecipe.class);
  }

  /** The same for another number of epochs, or of rounds of boosting. */
  public SystemRecipe lasting(int epochs) {
    return with(seed, classifier.lasting(epochs));
  }

  /** The same from another seed. */
  public SystemRecipe seeded(long otherSeed) {
    return with(otherSeed, classifier);
  }

  Preparation preparation() {
    return new Preparation(sampleRate, preprocessing, features, layout, augmentation);
  }

  private SystemRecipe with(long otherSeed, Classifier otherClassifier) {
    return new SystemRecipe(
        name,
        what,
        reported,
        otherSeed,
        sampleRate,
        emotions,
        preprocessing,
        features,
        layout,
        scaling,
        augmentation,
        otherClassifier);
  }
}

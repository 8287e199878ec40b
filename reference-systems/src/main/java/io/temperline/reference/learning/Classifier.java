package io.temperline.reference.learning;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.temperline.speech.training.TrainingListener;

/** What tells the emotions apart, and how it is made from examples. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @Type(name = "NETWORK", value = NetworkRecipe.class),
  @Type(name = "BOOSTED_TREES", value = BoostedTreesRecipe.class)
})
public sealed interface Classifier permits NetworkRecipe, BoostedTreesRecipe {

  /**
   * Learns from examples.
   *
   * @param examples at least one
   * @param seed of everything random
   * @param listener is told how it gets on
   * @throws UnusableClassifierException where the classifier cannot take such examples
   */
  Trained train(Examples examples, long seed, TrainingListener listener);

  /** The same with another number of epochs, or of rounds of boosting. */
  Classifier lasting(int epochs);
}

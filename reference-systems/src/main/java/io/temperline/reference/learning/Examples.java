package io.temperline.reference.learning;

import io.temperline.reference.sound.Sample;
import java.util.List;

/**
 * What is learned from.
 *
 * @param samples all of one shape
 * @param labels for each the index of its label
 * @param labelCount how many labels there are
 */
public record Examples(List<Sample> samples, List<Integer> labels, int labelCount) {

  public Examples {
    samples = List.copyOf(samples);
    labels = List.copyOf(labels);
    if (samples.isEmpty() || samples.size() != labels.size()) {
      throw new IllegalArgumentException(
          "%d samples with %d labels".formatted(samples.size(), labels.size()));
    }
    List<Integer> shape = samples.get(0).shape();
    if (samples.stream().anyMatch(sample -> !sample.shape().equals(shape))) {
      throw new UnusableClassifierException(
          "the clips' samples are of different shapes; a step FIT makes them equally long");
    }
  }

  int size() {
    return samples.size();
  }
}

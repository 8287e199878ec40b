package io.temperline.reference.learning;

import io.temperline.reference.sound.Sample;
import java.util.List;

/** A classifier that has learned. */
public interface Trained extends AutoCloseable {

  /**
   * @param samples of the shape that it learned from, at least one
   * @return for each the probability of every label, by index
   */
  List<float[]> probabilities(List<Sample> samples);

  @Override
  void close();
}

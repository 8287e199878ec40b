package io.temperline.reference.sound;

import java.util.List;

/**
 * What a classifier gets of a clip.
 *
 * @param shape of the tensor without its batch: channels before steps, and alike for all clips
 * @param group how many values that follow each other are of one kind, and are scaled alike
 * @param values in C order, as many as the shape says
 */
public record Sample(List<Integer> shape, int group, float[] values) {

  public Sample {
    shape = List.copyOf(shape);
    int size = shape.stream().reduce(1, Math::multiplyExact);
    if (size != values.length || group < 1 || values.length % group != 0) {
      throw new IllegalArgumentException(
          "%d values in groups of %d are no tensor of %s".formatted(values.length, group, shape));
    }
  }

  /** The same with other values. */
  public Sample with(float[] others) {
    return new Sample(shape, group, others);
  }
}

package io.temperline.speech.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a caller sounded at the beginning of the call, in the terms of the network: what people's
 * voices differ by is known from then on and no longer taken for emotion. It is settled after
 * {@value #WINDOWS} scored windows, so that an emotion that lasts does not become the new normal.
 *
 * @param traits the sum of the windows' {@link WindowScore#traits}
 * @param windows how many were summed, 0 to {@value #WINDOWS}
 */
public record CallerBaseline(List<Float> traits, int windows) {

  /** Of a call that has only begun. */
  public static final CallerBaseline NONE = new CallerBaseline(List.of(), 0);

  /** The windows that make the beginning. */
  public static final int WINDOWS = 10;

  public CallerBaseline {
    traits = Collections.unmodifiableList(new ArrayList<>(traits));
  }

  /** What is known after a further scored window. */
  public CallerBaseline with(WindowScore score) {
    if (windows == WINDOWS || score.traits().length == 0 || !score.isNumber()) {
      return this;
    }
    List<Float> sum = new ArrayList<>();
    for (int i = 0; i < score.traits().length; i++) {
      sum.add((windows == 0 ? 0 : traits.get(i)) + score.traits()[i]);
    }
    return new CallerBaseline(sum, windows + 1);
  }

  /** The logits of a window: moved by how far its traits are from those of the beginning. */
  float[] correct(WindowScore score) {
    float[] corrected = score.logits().clone();
    if (windows > 0) {
      for (int i = 0; i < corrected.length; i++) {
        corrected[i] += score.traits()[i] - traits.get(i) / windows;
      }
    }
    return corrected;
  }
}

package io.temperline.speech.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * How a caller sounds when calm, from the beginning of the call. Voices and lines differ, and a
 * network takes part of that for emotion; what it makes of a caller's calm speech, less what it
 * makes of {@linkplain ModelManifest#calmLogits anyone's}, is the part that it is wrong by from
 * then on.
 *
 * <p>The beginning is the first {@value #WINDOWS} windows that by themselves sound most like calm,
 * so that an anger that a caller comes with does not become the new normal.
 *
 * @param logits the sum of those windows' logits, by label; empty before the first
 * @param windows how many were summed, 0 to {@value #WINDOWS}
 */
public record CallerBaseline(List<Float> logits, int windows) {

  /** Of a call that has only begun. */
  public static final CallerBaseline NONE = new CallerBaseline(List.of(), 0);

  /** The windows that make the beginning. */
  public static final int WINDOWS = 10;

  /** The labels of calm speech. */
  public static final Set<String> CALM = Set.of("neutral", "calm");

  /** How much of the difference is taken off. */
  private static final float SHARE = 0.65f;

  public CallerBaseline {
    logits = Collections.unmodifiableList(new ArrayList<>(logits));
  }

  /** What is known after a further window. */
  public CallerBaseline with(WindowScore score) {
    if (windows == WINDOWS || !score.isNumber() || !CALM.contains(score.alone().mostProbable())) {
      return this;
    }
    List<Float> sum = new ArrayList<>();
    for (int i = 0; i < score.logits().length; i++) {
      sum.add((windows == 0 ? 0 : logits.get(i)) + score.logits()[i]);
    }
    return new CallerBaseline(sum, windows + 1);
  }

  /** The logits of a window without what this voice differs by, the surer the more is known. */
  float[] correct(WindowScore score) {
    List<Float> calm = score.model().calmLogits();
    float[] corrected = score.logits().clone();
    if (windows > 0 && !calm.isEmpty()) {
      for (int i = 0; i < corrected.length; i++) {
        corrected[i] -= SHARE / WINDOWS * (logits.get(i) - windows * calm.get(i));
      }
    }
    return corrected;
  }
}

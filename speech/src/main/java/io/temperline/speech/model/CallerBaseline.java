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

  /** The label of the speech that a beginning is compared with. */
  public static final String NEUTRAL = "neutral";

  /** The labels that pass for calm. */
  public static final Set<String> CALM = Set.of(NEUTRAL, "calm");

  /** How much of the difference is taken off. */
  private static final float SHARE = 0.65f;

  public CallerBaseline {
    logits = Collections.unmodifiableList(new ArrayList<>(logits));
  }

  /** What is known after a further window; what a model of other labels knew is forgotten. */
  public CallerBaseline with(WindowScore score) {
    CallerBaseline known = fits(score) ? this : NONE;
    if (known.windows == WINDOWS || !isCalm(score)) {
      return known;
    }
    List<Float> sum = new ArrayList<>();
    for (int i = 0; i < score.logits().length; i++) {
      sum.add((known.windows == 0 ? 0 : known.logits.get(i)) + score.logits()[i]);
    }
    return new CallerBaseline(sum, known.windows + 1);
  }

  private static boolean isCalm(WindowScore score) {
    return score.isNumber() && CALM.contains(score.alone().mostProbable());
  }

  /** A call may outlive the model that began to listen to it. */
  private boolean fits(WindowScore score) {
    return logits.size() == score.logits().length;
  }

  /** The logits of a window without what this voice differs by, the surer the more is known. */
  float[] correct(WindowScore score) {
    List<Float> calm = score.model().calmLogits();
    float[] corrected = score.logits().clone();
    if (windows > 0 && fits(score) && !calm.isEmpty()) {
      for (int i = 0; i < corrected.length; i++) {
        corrected[i] -= SHARE / WINDOWS * (logits.get(i) - windows * calm.get(i));
      }
    }
    return corrected;
  }
}

package io.temperline.speech.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * All figures of one set of judged clips.
 *
 * @param evaluation how much is recognised
 * @param intervals how far that can be trusted
 * @param anger the ROC curve of anger against the rest; empty where one of the two is
 * @param reliability whether the probabilities mean what they say
 */
public record Figures(
    Evaluation evaluation, Intervals intervals, Optional<RocCurve> anger, Reliability reliability) {

  /** The share of false alarms at which anger's recall is given. */
  public static final double FALSE_ALARMS = 0.05;

  /**
   * @param judgements at least one
   */
  public static Figures of(List<Judgement> judgements) {
    List<JudgedClip> judged = Judgement.judged(judgements);
    return new Figures(
        Evaluation.of(judged),
        Bootstrap.of(judgements),
        RocCurve.ofAnger(judged),
        Reliability.of(judged));
  }
}

package io.temperline.speech.evaluation;

/**
 * How far an evaluation's figures can be trusted.
 *
 * @param unit what was drawn to find out
 * @param units how many of them there are
 * @param accuracy 95 % interval of the accuracy
 * @param uar 95 % interval of the unweighted average recall
 */
public record Intervals(Unit unit, int units, Interval accuracy, Interval uar) {

  /** What a bootstrap draws. */
  public enum Unit {
    /** Whole speakers, with all their clips. */
    SPEAKERS,

    /** Single clips; says nothing of how speakers differ, so the true intervals are wider. */
    CLIPS
  }
}

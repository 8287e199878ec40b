package io.temperline.speech.evaluation;

/** The receiver operating characteristic of a score. */
final class RocCurve {

  private RocCurve() {}

  /**
   * The area under the curve: the chance that a positive scores above a negative, ties counting
   * half (Mann and Whitney's U over the number of pairs).
   *
   * @return [0, 1], NaN where there is no positive or no negative
   */
  static double area(double[] positives, double[] negatives) {
    double won = 0;
    for (double positive : positives) {
      for (double negative : negatives) {
        if (positive > negative) {
          won += 1;
        } else if (positive == negative) {
          won += 0.5;
        }
      }
    }
    return won / ((double) positives.length * negatives.length);
  }
}

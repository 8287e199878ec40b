package io.temperline.speech.evaluation;

/** Figures of a confusion matrix: clips by true label (row) and recognised label (column). */
final class Recalls {

  private Recalls() {}

  /** Share of the clips that lie on the diagonal, [0, 1]. */
  static double accuracy(int[][] confusion) {
    int right = 0;
    int all = 0;
    for (int i = 0; i < confusion.length; i++) {
      right += confusion[i][i];
      all += sum(confusion[i]);
    }
    return right / (double) all;
  }

  /**
   * Unweighted average recall: the mean of the recalls of the labels that have clips, [0, 1]. (In a
   * bootstrap's resample a rare label may have none.)
   */
  static double unweighted(int[][] confusion) {
    double recalls = 0;
    int labels = 0;
    for (int i = 0; i < confusion.length; i++) {
      if (sum(confusion[i]) > 0) {
        recalls += of(confusion, i);
        labels++;
      }
    }
    return recalls / labels;
  }

  /** Share of a label's clips that are recognised, [0, 1]; NaN where it has none. */
  static double of(int[][] confusion, int label) {
    return confusion[label][label] / (double) sum(confusion[label]);
  }

  static int sum(int[] row) {
    int sum = 0;
    for (int count : row) {
      sum += count;
    }
    return sum;
  }
}

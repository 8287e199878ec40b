package io.temperline.speech.evaluation;

import java.util.List;
import java.util.TreeSet;

/**
 * How well a model recognises the emotions of a set of clips. The set is closed: only labels that
 * occur among the clips compete, since a corpus without boredom cannot tell a model that is wrong
 * about it.
 *
 * @param clips number of clips
 * @param accuracy share of clips recognised, [0, 1]
 * @param uar unweighted average recall: the mean of the labels' recalls, [0, 1]
 * @param angerAuc area under the ROC curve of "angry" against the rest, [0, 1]; NaN where one side
 *     is empty
 * @param labels the labels that occur, alphabetically
 * @param confusion clips by true label (row) and recognised label (column), both in the order of
 *     {@code labels}
 */
public record Evaluation(
    int clips,
    double accuracy,
    double uar,
    double angerAuc,
    List<String> labels,
    int[][] confusion) {

  private static final String ANGER = "angry";

  /**
   * @param judged at least one clip
   */
  public static Evaluation of(List<JudgedClip> judged) {
    if (judged.isEmpty()) {
      throw new IllegalArgumentException("there is no clip to evaluate");
    }
    List<String> labels =
        List.copyOf(new TreeSet<>(judged.stream().map(JudgedClip::emotion).toList()));
    int[][] confusion = new int[labels.size()][labels.size()];
    for (JudgedClip clip : judged) {
      confusion[labels.indexOf(clip.emotion())][recognised(clip, labels)]++;
    }
    return new Evaluation(
        judged.size(),
        accuracy(confusion),
        uar(confusion),
        RocCurve.area(
            judged.stream()
                .filter(clip -> clip.emotion().equals(ANGER))
                .mapToDouble(clip -> closedSetAnger(clip, labels))
                .toArray(),
            judged.stream()
                .filter(clip -> !clip.emotion().equals(ANGER))
                .mapToDouble(clip -> closedSetAnger(clip, labels))
                .toArray()),
        labels,
        confusion);
  }

  /** The recall of the label at an index, [0, 1]. */
  public double recall(int label) {
    return confusion[label][label] / (double) sum(confusion[label]);
  }

  private static int recognised(JudgedClip clip, List<String> labels) {
    int best = 0;
    for (int i = 1; i < labels.size(); i++) {
      if (probability(clip, labels.get(i)) > probability(clip, labels.get(best))) {
        best = i;
      }
    }
    return best;
  }

  private static double closedSetAnger(JudgedClip clip, List<String> labels) {
    double all = labels.stream().mapToDouble(label -> probability(clip, label)).sum();
    return all > 0 ? probability(clip, ANGER) / all : 0;
  }

  private static float probability(JudgedClip clip, String label) {
    return clip.probabilities().getOrDefault(label, 0f);
  }

  private static double accuracy(int[][] confusion) {
    int right = 0;
    int all = 0;
    for (int i = 0; i < confusion.length; i++) {
      right += confusion[i][i];
      all += sum(confusion[i]);
    }
    return right / (double) all;
  }

  private static double uar(int[][] confusion) {
    double recalls = 0;
    for (int i = 0; i < confusion.length; i++) {
      recalls += confusion[i][i] / (double) sum(confusion[i]);
    }
    return recalls / confusion.length;
  }

  private static int sum(int[] row) {
    int sum = 0;
    for (int count : row) {
      sum += count;
    }
    return sum;
  }
}

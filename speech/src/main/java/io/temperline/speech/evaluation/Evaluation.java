package io.temperline.speech.evaluation;

import java.util.List;
import java.util.OptionalDouble;

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

  /** The label whose recognition counts most. */
  public static final String ANGER = "angry";

  /**
   * @param judged at least one clip
   */
  public static Evaluation of(List<JudgedClip> judged) {
    ClosedSet set = ClosedSet.of(judged);
    int[][] confusion = new int[set.labels().size()][set.labels().size()];
    for (JudgedClip clip : judged) {
      confusion[set.truth(clip)][set.recognised(clip)]++;
    }
    return new Evaluation(
        judged.size(),
        Recalls.accuracy(confusion),
        Recalls.unweighted(confusion),
        RocCurve.area(RocCurve.angerOf(judged, set, true), RocCurve.angerOf(judged, set, false)),
        set.labels(),
        confusion);
  }

  /** The recall of the label at an index, [0, 1]. */
  public double recall(int label) {
    return Recalls.of(confusion, label);
  }

  /** The recall of a label, [0, 1]; empty where it does not occur. */
  public OptionalDouble recall(String label) {
    int index = labels.indexOf(label);
    return index < 0 ? OptionalDouble.empty() : OptionalDouble.of(recall(index));
  }

  /** How many clips are truly of a label, at an index. */
  public int clipsOf(int label) {
    return Recalls.sum(confusion[label]);
  }
}

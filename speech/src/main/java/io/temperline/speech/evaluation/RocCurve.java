package io.temperline.speech.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The receiver operating characteristic of a score: what share of the positives is found at what
 * price in false alarms, for every threshold (Fawcett, "An introduction to ROC analysis", Pattern
 * Recognition Letters 27, 2006).
 *
 * @param points from (0, 0) to (1, 1), neither share ever falling; one per distinct score
 */
public record RocCurve(List<Point> points) {

  /**
   * @param falseAlarms share of the negatives that score at or above a threshold, [0, 1]
   * @param recall share of the positives that do, [0, 1]
   */
  public record Point(double falseAlarms, double recall) {}

  public RocCurve {
    points = List.copyOf(points);
  }

  /** The curve of anger against the rest; empty where one of the two is. */
  static Optional<RocCurve> ofAnger(List<JudgedClip> judged) {
    ClosedSet set = ClosedSet.of(judged);
    double[] angry = angerOf(judged, set, true);
    double[] others = angerOf(judged, set, false);
    return angry.length == 0 || others.length == 0
        ? Optional.empty()
        : Optional.of(of(angry, others));
  }

  /** How angry the angry clips, or all others, sound to the model. */
  static double[] angerOf(List<JudgedClip> judged, ClosedSet set, boolean angry) {
    return judged.stream()
        .filter(clip -> clip.emotion().equals(Evaluation.ANGER) == angry)
        .mapToDouble(clip -> set.share(clip, Evaluation.ANGER))
        .toArray();
  }

  /**
   * @param positives their scores, at least one
   * @param negatives their scores, at least one
   */
  static RocCurve of(double[] positives, double[] negatives) {
    double[] thresholds =
        Arrays.stream(new double[][] {positives, negatives})
            .flatMapToDouble(Arrays::stream)
            .distinct()
            .sorted()
            .toArray();
    List<Point> points = new ArrayList<>();
    points.add(new Point(0, 0));
    for (int i = thresholds.length - 1; i >= 0; i--) {
      points.add(
          new Point(shareFrom(thresholds[i], negatives), shareFrom(thresholds[i], positives)));
    }
    return new RocCurve(points);
  }

  /** The greatest recall whose false alarms are at most so many, both [0, 1]. */
  public double recallAt(double falseAlarms) {
    return points.stream()
        .filter(point -> point.falseAlarms() <= falseAlarms)
        .mapToDouble(Point::recall)
        .max()
        .orElse(0);
  }

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

  private static double shareFrom(double threshold, double[] scores) {
    return Arrays.stream(scores).filter(score -> score >= threshold).count()
        / (double) scores.length;
  }
}

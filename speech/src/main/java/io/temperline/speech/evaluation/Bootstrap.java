package io.temperline.speech.evaluation;

import io.temperline.speech.evaluation.Intervals.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Percentile bootstrap (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13): the
 * figures of {@value #RESAMPLES} resamples, each as many units as there are, drawn with
 * replacement. The clips of a speaker resemble each other, so the unit is the speaker where there
 * are at least {@value #LEAST_SPEAKERS}, and the clip otherwise. A resample's unweighted average
 * recall is over the labels that occur in it. The same clips give the same intervals.
 */
final class Bootstrap {

  static final int RESAMPLES = 2_000;
  static final int LEAST_SPEAKERS = 5;

  private static final long SEED = 1;

  private Bootstrap() {}

  /**
   * @param judgements at least one
   */
  static Intervals of(List<Judgement> judgements) {
    Map<String, List<Judgement>> speakers =
        judgements.stream()
            .collect(Collectors.groupingBy(Judgement::speaker, TreeMap::new, Collectors.toList()));
    return speakers.size() >= LEAST_SPEAKERS
        ? of(judgements, Unit.SPEAKERS, List.copyOf(speakers.values()))
        : of(judgements, Unit.CLIPS, judgements.stream().map(List::of).toList());
  }

  private static Intervals of(List<Judgement> judgements, Unit unit, List<List<Judgement>> units) {
    ClosedSet set = ClosedSet.of(Judgement.judged(judgements));
    List<List<int[]>> outcomes =
        units.stream().map(clips -> clips.stream().map(outcomeIn(set)).toList()).toList();
    double[] accuracies = new double[RESAMPLES];
    double[] uars = new double[RESAMPLES];
    Random random = new Random(SEED);
    for (int i = 0; i < RESAMPLES; i++) {
      int[][] confusion = confusion(set.labels().size(), resample(outcomes, random));
      accuracies[i] = Recalls.accuracy(confusion);
      uars[i] = Recalls.unweighted(confusion);
    }
    return new Intervals(
        unit, units.size(), Interval.middle95(accuracies), Interval.middle95(uars));
  }

  /** A clip's cell of the confusion matrix: row and column. */
  private static Function<Judgement, int[]> outcomeIn(ClosedSet set) {
    return clip -> new int[] {set.truth(clip.judged()), set.recognised(clip.judged())};
  }

  private static List<List<int[]>> resample(List<List<int[]>> units, Random random) {
    return IntStream.range(0, units.size())
        .mapToObj(i -> units.get(random.nextInt(units.size())))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static int[][] confusion(int labels, List<List<int[]>> units) {
    int[][] confusion = new int[labels][labels];
    for (List<int[]> unit : units) {
      for (int[] cell : unit) {
        confusion[cell[0]][cell[1]]++;
      }
    }
    return confusion;
  }
}

package io.temperline.speech.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The figures of a part of the clips, or of all of them under some condition. Only labels that
 * occur in the part compete in it.
 *
 * @param name what its clips have in common
 * @param figures of its clips alone
 */
public record Group(String name, Figures figures) {

  /** The share of its angry clips that are recognised; empty where it has none. */
  public OptionalDouble angerRecall() {
    return figures.evaluation().recall(Evaluation.ANGER);
  }

  /** One group per name, in the names' order; clips without a name are in none. */
  static List<Group> by(Function<Judgement, Optional<String>> name, List<Judgement> judgements) {
    Map<String, List<Judgement>> named =
        judgements.stream()
            .filter(judgement -> name.apply(judgement).isPresent())
            .collect(
                Collectors.groupingBy(
                    judgement -> name.apply(judgement).orElseThrow(),
                    TreeMap::new,
                    Collectors.toList()));
    return of(named);
  }

  /** One group per entry that has clips, in the map's order. */
  static List<Group> of(Map<String, List<Judgement>> named) {
    return named.entrySet().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .map(entry -> new Group(entry.getKey(), Figures.of(entry.getValue())))
        .toList();
  }

  /**
   * The highest recall of anger among groups less the lowest, [0, 1]; empty where fewer than two
   * groups have angry clips.
   */
  static OptionalDouble angerGap(List<Group> groups) {
    double[] recalls =
        groups.stream()
            .map(Group::angerRecall)
            .flatMapToDouble(OptionalDouble::stream)
            .sorted()
            .toArray();
    return recalls.length < 2
        ? OptionalDouble.empty()
        : OptionalDouble.of(recalls[recalls.length - 1] - recalls[0]);
  }
}

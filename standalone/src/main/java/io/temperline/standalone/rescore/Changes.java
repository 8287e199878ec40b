package io.temperline.standalone.rescore;

import io.temperline.standalone.rescore.Readings.Reading;
import io.temperline.standalone.rescore.Readings.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How two models read the same windows.
 *
 * @param calls whose windows both know
 * @param windows that both know
 * @param onlyBefore windows that only the one knows
 * @param onlyNow windows that only the other knows
 * @param scored windows of both that both scored
 * @param scoredBefore windows of both that only the one scored
 * @param scoredNow windows of both that only the other scored
 * @param turns windows by what was the likeliest emotion and what is, the most frequent first;
 *     where nothing changes, none
 * @param emotions by name
 * @param valence empty where a model knows none
 * @param arousal empty where a model knows none
 */
record Changes(
    long calls,
    int windows,
    int onlyBefore,
    int onlyNow,
    int scored,
    int scoredBefore,
    int scoredNow,
    List<Turn> turns,
    List<Emotion> emotions,
    Optional<Shift> valence,
    Optional<Shift> arousal) {

  /** Windows whose likeliest emotion was the one and is the other. */
  record Turn(String before, String now, int windows) {}

  /**
   * An emotion's probability in the windows that both scored.
   *
   * @param shift empty where one of the models does not know it
   */
  record Emotion(String name, Optional<Shift> shift) {}

  /**
   * A figure's means.
   *
   * @param apart the mean of how far the two are apart, at least 0
   */
  record Shift(double before, double now, double apart) {}

  private record Pair(Reading before, Reading now) {}

  static Changes between(Readings before, Readings now) {
    List<Window> both =
        before.byWindow().keySet().stream().filter(now.byWindow()::containsKey).toList();
    List<Pair> pairs = new ArrayList<>();
    int scoredBefore = 0;
    int scoredNow = 0;
    for (Window window : both) {
      Optional<Reading> first = before.byWindow().get(window);
      Optional<Reading> second = now.byWindow().get(window);
      if (first.isPresent() && second.isPresent()) {
        pairs.add(new Pair(first.get(), second.get()));
      } else {
        scoredBefore += first.isPresent() ? 1 : 0;
        scoredNow += second.isPresent() ? 1 : 0;
      }
    }
    return new Changes(
        both.stream().map(Window::callId).distinct().count(),
        both.size(),
        before.byWindow().size() - both.size(),
        now.byWindow().size() - both.size(),
        pairs.size(),
        scoredBefore,
        scoredNow,
        turns(pairs),
        emotions(pairs),
        shift(pairs, Reading::valence),
        shift(pairs, Reading::arousal));
  }

  private static List<Turn> turns(List<Pair> pairs) {
    Map<List<String>, Integer> counts = new HashMap<>();
    pairs.stream()
        .map(pair -> List.of(pair.before().top(), pair.now().top()))
        .filter(tops -> !tops.get(0).equals(tops.get(1)))
        .forEach(tops -> counts.merge(tops, 1, Integer::sum));
    return counts.entrySet().stream()
        .map(turn -> new Turn(turn.getKey().get(0), turn.getKey().get(1), turn.getValue()))
        .sorted(
            Comparator.comparingInt(Turn::windows)
                .reversed()
                .thenComparing(Turn::before)
                .thenComparing(Turn::now))
        .toList();
  }

  private static List<Emotion> emotions(List<Pair> pairs) {
    return pairs.stream()
        .flatMap(pair -> Stream.of(pair.before(), pair.now()))
        .map(reading -> reading.probabilities().keySet())
        .flatMap(Collection::stream)
        .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll)
        .stream()
        .map(name -> new Emotion(name, shift(pairs, reading -> probability(reading, name))))
        .toList();
  }

  private static Optional<Float> probability(Reading reading, String emotion) {
    return Optional.ofNullable(reading.probabilities().get(emotion));
  }

  private static Optional<Shift> shift(
      List<Pair> pairs, Function<Reading, Optional<Float>> figure) {
    double before = 0;
    double now = 0;
    double apart = 0;
    int known = 0;
    for (Pair pair : pairs) {
      Optional<Float> first = figure.apply(pair.before());
      Optional<Float> second = figure.apply(pair.now());
      if (first.isPresent() && second.isPresent()) {
        before += first.get();
        now += second.get();
        apart += Math.abs(first.get() - second.get());
        known++;
      }
    }
    return known == 0
        ? Optional.empty()
        : Optional.of(new Shift(before / known, now / known, apart / known));
  }

  /** Windows of {@link #scored} whose likeliest emotion is another now. */
  int turned() {
    return turns.stream().mapToInt(Turn::windows).sum();
  }
}

package io.temperline.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with a file. */
final class Problems {

  private final List<Problem> found = new ArrayList<>();

  void add(Place place, String message, Object... args) {
    found.add(new Problem(place.line(), place.column(), message.formatted(args)));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Problem> inOrder() {
    return found.stream()
        .distinct()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .toList();
  }
}

package io.temperline.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A rule set that cannot be used, with everything that is wrong with it. */
public final class UnusableRulesException extends RuntimeException {

  private final List<Problem> problems;

  UnusableRulesException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** At least one, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }
}

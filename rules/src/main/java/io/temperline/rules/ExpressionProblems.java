package io.temperline.rules;

import dev.cel.common.CelIssue;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.types.CelType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says in plain words what the compiler finds wrong with an expression. */
final class ExpressionProblems {

  private static final Pattern UNDECLARED =
      Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);
  private static final Pattern NO_OVERLOAD =
      Pattern.compile(
          "found no matching overload for '(.+?)' applied to '(.*?)' \\(candidates.*",
          Pattern.DOTALL);
  private static final List<String> FUNCTIONS =
      List.of(
          "duration",
          "size",
          "has",
          "string",
          "int",
          "double",
          "contains",
          "startsWith",
          "endsWith",
          "matches");

  private final Text text;
  private final String name;
  private final List<Figure> figures;
  private final Problems problems;
  private final Set<Place> idle = new HashSet<>();

  ExpressionProblems(Text text, String name, List<Figure> figures, Problems problems) {
    this.text = text;
    this.name = name;
    this.figures = figures;
    this.problems = problems;
  }

  /** The first alone: the others come of it. */
  void addSyntax(List<CelIssue> issues) {
    CelIssue first = issues.get(0);
    String message =
        first
            .getMessage()
            .replaceFirst(" expecting .*", "")
            .replace("mismatched input '<EOF>'", "it ends too soon")
            .replaceFirst("(mismatched|extraneous) input (.*)", "$2 does not fit there")
            .replaceFirst("token recognition error at: (.*)", "$1 means nothing there");
    problems.add(
        placeOf(first.getSourceLocation()),
        "%s is not an expression: %s; see docs/rules.md for what can be written",
        name,
        message);
  }

  void addAll(Collection<CelIssue> issues) {
    issues.stream()
        .filter(issue -> !idle.contains(placeOf(issue.getSourceLocation())))
        .forEach(
            issue ->
                problems.add(
                    placeOf(issue.getSourceLocation()), "%s: %s", name, plain(issue.getMessage())));
  }

  /** What else is wrong at these, such as an int beside a double, is not told: they must go. */
  void addIdle(List<IdleComparison> comparisons) {
    for (IdleComparison comparison : comparisons) {
      Place place = placeOf(0, comparison.at());
      idle.add(place);
      problems.add(place, "%s: %s", name, comparison.inWords());
    }
  }

  void addResult(CelType type, String wanted) {
    problems.add(
        text.placeAt(leadingSpace()),
        "%s is of type %s; it must be %s",
        name,
        typeName(type.name()),
        wanted);
  }

  /**
   * @param at in code points
   */
  void addEmotion(String label, int at, Collection<String> labels) {
    problems.add(
        placeOf(0, at),
        "%s: the model knows no emotion '%s'; %s",
        name,
        label,
        Nearest.question(label, labels.stream().sorted().toList()));
  }

  private String plain(String message) {
    Matcher undeclared = UNDECLARED.matcher(message);
    if (undeclared.matches()) {
      return undeclared(undeclared.group(1));
    }
    Matcher overload = NO_OVERLOAD.matcher(message);
    if (overload.matches()) {
      return mismatch(overload.group(1), typeName(overload.group(2)));
    }
    if (message.startsWith("duration validation failed")) {
      return "this is no duration; write one such as duration(\"8s\") or duration(\"1m30s\")";
    }
    return "%s; see docs/rules.md for what can be written".formatted(message);
  }

  private String undeclared(String written) {
    if (Figure.named(written).isPresent()) {
      return "'%s' is known in annotations only; use another figure".formatted(written);
    }
    List<String> names =
        Stream.concat(figures.stream().map(Figure::word), FUNCTIONS.stream()).toList();
    return "nothing is called '%s'; %s"
        .formatted(
            written,
            Nearest.to(written, names)
                .map("did you mean '%s'?"::formatted)
                .orElse("docs/rules.md lists the figures"));
  }

  private static String mismatch(String function, String types) {
    String operator = function.replace("_", "");
    String advice = "docs/rules.md has the types of the figures";
    if (types.contains("duration")) {
      advice = "write a duration as duration(\"8s\")";
    } else if (types.contains("double") && types.contains("int")) {
      advice = "write a double with a point, as 1.0, and an int without, as 1";
    }
    return "'%s' cannot take %s; %s".formatted(operator, types, advice);
  }

  private static String typeName(String type) {
    return type.replace("google.protobuf.", "")
        .replace("Duration", "duration")
        .replace("Timestamp", "timestamp")
        .replace("*error*", "unknown");
  }

  private Place placeOf(CelSourceLocation location) {
    String value = text.value();
    int lineStart = 0;
    for (int line = 1; line < location.getLine(); line++) {
      lineStart = value.indexOf('\n', lineStart) + 1;
    }
    return placeOf(lineStart, location.getColumn());
  }

  private Place placeOf(int lineStart, int codePoints) {
    int most = text.value().codePointCount(lineStart, text.value().length());
    int index = text.value().offsetByCodePoints(lineStart, Math.max(0, Math.min(codePoints, most)));
    return text.placeAt(index);
  }

  private int leadingSpace() {
    return text.value().length() - text.value().stripLeading().length();
  }
}

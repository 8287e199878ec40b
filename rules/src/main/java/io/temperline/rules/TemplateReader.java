package io.temperline.rules;

import io.temperline.rules.Template.Part;
import java.util.ArrayList;
import java.util.List;

/** Reads text with expressions in double braces. */
final class TemplateReader {

  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";

  private final ExpressionCompiler compiler;
  private final Problems problems;

  TemplateReader(ExpressionCompiler compiler, Problems problems) {
    this.compiler = compiler;
    this.problems = problems;
  }

  /** Parts that cannot be used are left out, with problems. */
  Template read(Text text, String name) {
    String value = text.value();
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (int open = value.indexOf(OPEN); open >= 0; open = value.indexOf(OPEN, at)) {
      parts.add(new Part.Plain(value.substring(at, open)));
      int close = value.indexOf(CLOSE, open);
      if (close < 0) {
        problems.add(text.placeAt(open), "%s: {{ is not closed; write }} behind it", name);
        return new Template(value, parts);
      }
      compiler
          .wording(text.part(open + OPEN.length(), close), name, problems)
          .ifPresent(expression -> parts.add(new Part.Computed(expression)));
      at = close + CLOSE.length();
    }
    parts.add(new Part.Plain(value.substring(at)));
    return new Template(value, parts);
  }
}

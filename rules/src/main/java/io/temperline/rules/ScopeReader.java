package io.temperline.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads which calls a rule is about. */
final class ScopeReader {

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

  private final Problems problems;

  ScopeReader(Problems problems) {
    this.problems = problems;
  }

  Scope read(Fields rule) {
    return rule.node("scope")
        .flatMap(
            node ->
                Fields.of(node, rule.named("scope"), problems, "queue", "language", "attributes"))
        .map(
            fields ->
                new Scope(values(fields.list("queue")), languages(fields), attributes(fields)))
        .orElse(Scope.EVERYWHERE);
  }

  private List<String> languages(Fields fields) {
    List<Node.Scalar> written = fields.list("language");
    for (Node.Scalar range : written) {
      if (!LANGUAGE.matcher(range.value()).matches()) {
        problems.add(
            range.place(),
            "%s cannot be %s; write a BCP 47 tag such as en or de-AT",
            fields.named("language"),
            range.kind());
      }
    }
    return values(written);
  }

  private static Map<String, List<String>> attributes(Fields fields) {
    Map<String, List<String>> attributes = new LinkedHashMap<>();
    fields
        .entries("attributes")
        .forEach(
            (name, entry) -> {
              String named = "%s of %s".formatted(name, fields.named("attributes"));
              attributes.put(name, values(fields.list(entry.value(), named)));
            });
    return attributes;
  }

  private static List<String> values(List<Node.Scalar> written) {
    return written.stream().map(Node.Scalar::value).toList();
  }
}

package io.temperline.rules;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one rule. */
final class RuleReader {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final String[] KEYS = {
    "name",
    "expr",
    "for",
    "clock",
    "keepFiring",
    "cooldown",
    "severity",
    "action",
    "scope",
    "labels",
    "updates",
    "annotations"
  };

  private final ExpressionCompiler compiler;
  private final Problems problems;

  RuleReader(ExpressionCompiler compiler, Problems problems) {
    this.compiler = compiler;
    this.problems = problems;
  }

  /**
   * @param taken the names of the rules before it; takes in this one's
   * @return empty, with problems, where it cannot be used
   */
  Optional<Rule> read(Node node, Set<String> taken) {
    return Fields.of(node, owner(node), problems, KEYS).flatMap(fields -> rule(fields, taken));
  }

  private static String owner(Node node) {
    if (node instanceof Node.Mapping mapping && mapping.entries().containsKey("name")) {
      return "rule " + mapping.entries().get("name").value().kind();
    }
    return "the rule";
  }

  /** Reads every part before it gives up, so that all problems are found. */
  private Optional<Rule> rule(Fields fields, Set<String> taken) {
    Optional<String> name = name(fields, taken);
    Optional<Expression> expr =
        fields
            .required("expr", "a condition, such as expr: anger >= 0.3")
            .flatMap(written -> condition(written, fields.named("expr")));
    Optional<Severity> severity =
        fields
            .required("severity", "severity: info, warning or critical")
            .flatMap(written -> fields.choice(written, "severity", Severity.class));
    Duration lasting = fields.duration("for");
    Clock clock = fields.choice("clock", Clock.class).orElse(Clock.TIME);
    Optional<Rule.KeepFiring> keepFiring = keepFiring(fields);
    Duration cooldown = fields.duration("cooldown");
    Optional<Action> action = fields.choice("action", Action.class);
    Scope scope = new ScopeReader(problems).read(fields);
    Map<String, String> labels = labels(fields);
    Optional<Rule.Updates> updates = updates(fields);
    Map<String, Template> annotations = annotations(fields);
    if (name.isEmpty() || expr.isEmpty() || severity.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Rule(
            name.get(),
            expr.get(),
            lasting,
            clock,
            keepFiring,
            cooldown,
            severity.get(),
            action,
            scope,
            labels,
            updates,
            annotations));
  }

  private Optional<String> name(Fields fields, Set<String> taken) {
    Optional<Node.Scalar> written = fields.required("name", "one, such as name: sustained-anger");
    Optional<String> name = written.map(Node.Scalar::value);
    if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
      problems.add(
          written.get().place(),
          "the name %s will not do; write at most 100 letters, digits, '-', '_' and '.'",
          written.get().kind());
    } else if (name.isPresent() && !taken.add(name.get())) {
      problems.add(
          written.get().place(),
          "another rule is called %s; rename one of them",
          written.get().kind());
    }
    return name;
  }

  private Optional<Expression> condition(Node.Scalar written, String name) {
    return compiler.condition(written.text(), name, problems);
  }

  private Optional<Rule.KeepFiring> keepFiring(Fields rule) {
    String name = rule.named("keepFiring");
    return rule.node("keepFiring")
        .flatMap(node -> Fields.of(node, name, problems, "until", "for"))
        .map(
            fields -> {
              if (!fields.has("until") && !fields.has("for")) {
                problems.add(fields.place(), "%s says nothing; add until, for or both", name);
              }
              return new Rule.KeepFiring(
                  fields.scalar("until").flatMap(u -> condition(u, fields.named("until"))),
                  fields.duration("for"));
            });
  }

  private static Map<String, String> labels(Fields fields) {
    Map<String, String> labels = new LinkedHashMap<>();
    fields.scalars("labels").forEach((name, value) -> labels.put(name, value.value()));
    return labels;
  }

  private Optional<Rule.Updates> updates(Fields rule) {
    String name = rule.named("updates");
    return rule.node("updates")
        .flatMap(node -> Fields.of(node, name, problems, "value", "step"))
        .flatMap(
            fields -> {
              Optional<Expression> value =
                  fields
                      .required("value", "a figure, such as value: anger")
                      .flatMap(v -> compiler.number(v.text(), fields.named("value"), problems));
              Optional<Double> step =
                  fields.required("step", "one, such as step: 0.1").flatMap(s -> step(fields, s));
              return value.flatMap(v -> step.map(s -> new Rule.Updates(v, s)));
            });
  }

  private static Optional<Double> step(Fields fields, Node.Scalar written) {
    return fields.parsed(written, "step", number(written), "a number above 0, such as 0.1");
  }

  private static Optional<Double> number(Node.Scalar written) {
    try {
      return Optional.of(Double.valueOf(written.value()))
          .filter(number -> written.isNumber() && number > 0 && Double.isFinite(number));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Map<String, Template> annotations(Fields fields) {
    Map<String, Template> annotations = new LinkedHashMap<>();
    TemplateReader templates = new TemplateReader(compiler, problems);
    fields
        .scalars("annotations")
        .forEach(
            (name, written) ->
                annotations.put(
                    name,
                    templates.read(
                        written.text(), "%s of %s".formatted(name, fields.named("annotations")))));
    return annotations;
  }
}

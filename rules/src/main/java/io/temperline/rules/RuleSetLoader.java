package io.temperline.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads rule sets, and says everything that is wrong with one that cannot be used. Safe for
 * threads.
 */
public final class RuleSetLoader {

  /** A record of Kafka holds some more, and the rules of a floor are a hundredth of it. */
  static final int MOST_CHARACTERS = 256 << 10;

  private final ExpressionCompiler compiler;

  /** Takes any label for an emotion. */
  public RuleSetLoader() {
    this(Set.of());
  }

  /**
   * @param emotions the labels of the model; a rule that asks for another is refused
   */
  public RuleSetLoader(Set<String> emotions) {
    compiler = new ExpressionCompiler(emotions);
  }

  /**
   * @param yaml a rule set, as docs/rules.md has it
   * @throws UnusableRulesException with every problem of the set
   */
  public RuleSet load(String yaml) {
    Problems problems = new Problems();
    if (yaml.length() > MOST_CHARACTERS) {
      problems.add(
          Place.BEGINNING,
          "the set has %d characters, at most %d are allowed",
          yaml.length(),
          MOST_CHARACTERS);
      throw new UnusableRulesException(problems.inOrder());
    }
    Optional<RuleSet> rules =
        new YamlReader(yaml, problems).read().flatMap(document -> ruleSet(document, problems));
    if (!problems.isEmpty()) {
      throw new UnusableRulesException(problems.inOrder());
    }
    return rules.orElseThrow();
  }

  private Optional<RuleSet> ruleSet(Node document, Problems problems) {
    return Fields.of(document, "the rule set", problems, "version", "effectiveFrom", "rules")
        .map(
            fields ->
                new RuleSet(
                    fields
                        .required("version", "one, such as version: \"2026-11-21.1\"")
                        .map(Node.Scalar::value)
                        .orElse(""),
                    effectiveFrom(fields),
                    rules(fields, problems)));
  }

  private static Optional<Instant> effectiveFrom(Fields fields) {
    return fields
        .scalar("effectiveFrom")
        .flatMap(
            written ->
                fields.parsed(
                    written,
                    "effectiveFrom",
                    instant(written.value()),
                    "a time with its offset, such as 2026-11-21T00:00:00Z"));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private List<Rule> rules(Fields fields, Problems problems) {
    Optional<Node> listed = fields.node("rules");
    if (listed.isEmpty()) {
      problems.add(fields.place(), "the rule set has no 'rules'; add a list of them");
      return List.of();
    }
    if (!(listed.get() instanceof Node.Listing listing)) {
      problems.add(
          listed.get().place(),
          "rules must be a list, each rule after a '-', not %s",
          listed.get().kind());
      return List.of();
    }
    return rules(listing, problems);
  }

  private List<Rule> rules(Node.Listing listing, Problems problems) {
    Set<String> names = new HashSet<>();
    List<Rule> rules = new ArrayList<>();
    for (Node node : listing.items()) {
      new RuleReader(compiler, problems).read(node, names).ifPresent(rules::add);
    }
    return rules;
  }
}

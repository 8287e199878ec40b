package io.temperline.rules;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When an alert is raised about a call, and when it clears.
 *
 * @param name unique in its set
 * @param expr must be true
 * @param lasting for so long, before the rule fires
 * @param clock which windows count
 * @param keepFiring what lets it clear; left out, it clears when {@code expr} is false
 * @param cooldown time after clearing in which it does not fire again
 * @param action what it recommends, if anything
 * @param updates what is told of while it fires, if anything
 * @param annotations text for people, by name
 */
public record Rule(
    String name,
    Expression expr,
    Duration lasting,
    Clock clock,
    Optional<KeepFiring> keepFiring,
    Duration cooldown,
    Severity severity,
    Optional<Action> action,
    Scope scope,
    Map<String, String> labels,
    Optional<Updates> updates,
    Map<String, Template> annotations) {

  /**
   * @param until must be true; left out, {@code expr} must be false
   * @param lasting for so long, before the rule clears
   */
  public record KeepFiring(Optional<Expression> until, Duration lasting) {}

  /**
   * @param value greater is worse
   * @param step a change of the value against the last told that is told again, above 0
   */
  public record Updates(Expression value, double step) {}

  public Rule {
    labels = Ordered.copyOf(labels);
    annotations = Ordered.copyOf(annotations);
  }

  /** How long it must be calm before the rule clears. */
  Duration calm() {
    return keepFiring.map(KeepFiring::lasting).orElse(Duration.ZERO);
  }

  /** Every figure that an expression of the rule names, in the order of the file. */
  Set<Reference> references() {
    Set<Reference> references = new LinkedHashSet<>(expr.references());
    keepFiring.flatMap(KeepFiring::until).ifPresent(e -> references.addAll(e.references()));
    updates.ifPresent(u -> references.addAll(u.value().references()));
    annotations.values().forEach(a -> references.addAll(a.references()));
    return references;
  }
}

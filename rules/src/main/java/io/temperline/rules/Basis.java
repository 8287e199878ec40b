package io.temperline.rules;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a rule asks for.
 *
 * @param condition its {@code expr} as written
 * @param watched its {@code updates.value} as written, if it has one
 * @param threshold where {@code expr} is true only while the watched value is at or above some
 *     number: that number
 */
public record Basis(String condition, Optional<String> watched, OptionalDouble threshold) {

  static Basis of(Rule rule) {
    Optional<Expression> watched = rule.updates().map(Rule.Updates::value);
    return new Basis(
        rule.expr().source(),
        watched.map(Expression::source),
        watched.map(value -> rule.expr().leastOf(value)).orElse(OptionalDouble.empty()));
  }
}

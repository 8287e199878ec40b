package io.temperline.rules;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelUnknownSet;
import dev.cel.runtime.CelVariableResolver;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** A checked expression of the Common Expression Language over the vocabulary. Safe for threads. */
public final class Expression {

  private final String source;
  private final CelRuntime.Program program;
  private final Set<Reference> references;
  private final Map<String, Double> bounds;

  /**
   * @param bounds see {@link Bounds}
   */
  Expression(
      String source,
      CelRuntime.Program program,
      Set<Reference> references,
      Map<String, Double> bounds) {
    this.source = source;
    this.program = program;
    this.references = references;
    this.bounds = bounds;
  }

  /** As it was written. */
  public String source() {
    return source;
  }

  Set<Reference> references() {
    return references;
  }

  /** The number that a figure must reach for this to be true, if it asks for one. */
  OptionalDouble leastOf(Expression figure) {
    Double least = bounds.get(figure.source());
    return least == null ? OptionalDouble.empty() : OptionalDouble.of(least);
  }

  /** Whether it is true of the moment; empty where that is not known. */
  Optional<Boolean> test(Moment moment) {
    return evaluate(moment::value).map(Boolean.class::cast);
  }

  /** Its number at the moment; empty where that is not known or not finite. */
  Optional<Double> number(Moment moment) {
    return evaluate(moment::value).map(Double.class::cast).filter(Double::isFinite);
  }

  /**
   * What cannot be computed, such as a division by zero or an absent entry, is not known either.
   */
  Optional<Object> evaluate(CelVariableResolver values) {
    try {
      Object value = program.eval(values);
      return value instanceof CelUnknownSet ? Optional.empty() : Optional.of(value);
    } catch (CelEvaluationException unknown) {
      return Optional.empty();
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression expression && source.equals(expression.source);
  }

  @Override
  public int hashCode() {
    return source.hashCode();
  }

  @Override
  public String toString() {
    return source;
  }
}

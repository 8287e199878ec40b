package io.temperline.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the least values that a condition asks of figures. */
final class Bounds {

  private final Map<String, Double> least = new HashMap<>();

  private Bounds() {}

  /**
   * @return by the figure's name, for each that must be at or above a number for the condition to
   *     be true
   */
  static Map<String, Double> of(CelAbstractSyntaxTree condition) {
    Bounds bounds = new Bounds();
    bounds.collect(condition.getExpr());
    return Map.copyOf(bounds.least);
  }

  private void collect(CelExpr expr) {
    if (expr.getKind() != Kind.CALL) {
      return;
    }
    List<CelExpr> args = expr.call().args();
    switch (expr.call().function()) {
      case "_&&_" -> args.forEach(this::collect);
      case "_>=_", "_>_" -> bound(args.get(0), args.get(1));
      case "_<=_", "_<_" -> bound(args.get(1), args.get(0));
      default -> {
        // Anything else may be true below any number.
      }
    }
  }

  private void bound(CelExpr greater, CelExpr less) {
    if (greater.getKind() == Kind.IDENT) {
      number(less).ifPresent(n -> least.merge(greater.ident().name(), n, Math::max));
    }
  }

  private static Optional<Double> number(CelExpr expr) {
    return expr.getKind() == Kind.CONSTANT
            && expr.constant().getKind() == CelConstant.Kind.DOUBLE_VALUE
        ? Optional.of(expr.constant().doubleValue())
        : Optional.empty();
  }
}

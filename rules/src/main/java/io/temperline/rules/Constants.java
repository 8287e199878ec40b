package io.temperline.rules;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.runtime.RuntimeHelpers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The numbers that are written out in an expression. */
final class Constants {

  private Constants() {}

  static Optional<Double> number(CelExpr expr) {
    if (expr.getKind() != Kind.CONSTANT) {
      return Optional.empty();
    }
    return switch (expr.constant().getKind()) {
      case DOUBLE_VALUE -> Optional.of(expr.constant().doubleValue());
      case INT64_VALUE -> Optional.of((double) expr.constant().int64Value());
      default -> Optional.empty();
    };
  }

  /** Of a duration. */
  static Optional<Double> seconds(CelExpr expr) {
    return expr.getKind() == Kind.CALL && expr.call().function().equals("duration")
        ? text(expr.call().args()).flatMap(Constants::seconds)
        : Optional.empty();
  }

  private static Optional<String> text(List<CelExpr> args) {
    return args.stream()
        .limit(1)
        .filter(arg -> arg.getKind() == Kind.CONSTANT)
        .map(CelExpr::constant)
        .filter(constant -> constant.getKind() == CelConstant.Kind.STRING_VALUE)
        .map(CelConstant::stringValue)
        .findAny();
  }

  private static Optional<Double> seconds(String text) {
    try {
      Duration duration = RuntimeHelpers.createJavaDurationFromString(text);
      return Optional.of(duration.getSeconds() + duration.getNano() / 1e9);
    } catch (IllegalArgumentException noDuration) {
      return Optional.empty();
    }
  }
}

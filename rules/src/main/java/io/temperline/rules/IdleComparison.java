package io.temperline.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.parser.CelUnparserFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A comparison of a figure with a constant that has the same outcome wherever in its range the
 * figure is.
 *
 * @param at its operator, in code points
 * @param written the comparison
 * @param figure as it is written there
 * @param range the figure's
 * @param constant what it is compared with; of a duration the seconds
 * @param outcome of the comparison
 */
record IdleComparison(
    int at, String written, String figure, Range range, double constant, boolean outcome) {

  /** The operators, and what they are when their sides change places. */
  private static final Map<String, String> TURNED =
      Map.of(
          "_<_", "_>_", "_<=_", "_>=_", "_>_", "_<_", "_>=_", "_<=_", "_==_", "_==_", "_!=_",
          "_!=_");

  /**
   * @param ast may name what is not known and compare what cannot be compared
   */
  static List<IdleComparison> in(CelAbstractSyntaxTree ast) {
    return CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == Kind.CALL)
        .map(CelNavigableExpr::expr)
        .filter(expr -> TURNED.containsKey(expr.call().function()))
        .flatMap(expr -> of(expr, ast.getSource()).stream())
        .toList();
  }

  private static Optional<IdleComparison> of(CelExpr expr, CelSource source) {
    String operator = expr.call().function();
    CelExpr left = expr.call().args().get(0);
    CelExpr right = expr.call().args().get(1);
    return of(expr, source, left, operator, right)
        .or(() -> of(expr, source, right, TURNED.get(operator), left));
  }

  private static Optional<IdleComparison> of(
      CelExpr expr, CelSource source, CelExpr asked, String operator, CelExpr than) {
    Optional<Range> range = figure(asked).flatMap(Figure::range);
    Optional<Double> constant = figure(asked).flatMap(figure -> constant(than, figure.type()));
    return range.isEmpty() || constant.isEmpty()
        ? Optional.empty()
        : range
            .get()
            .outcome(operator, constant.get())
            .map(
                outcome ->
                    new IdleComparison(
                        source.getPositionsMap().getOrDefault(expr.id(), 0),
                        text(expr, source),
                        text(asked, source),
                        range.get(),
                        constant.get(),
                        outcome));
  }

  private static Optional<Figure> figure(CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT -> Figure.named(expr.ident().name()).filter(figure -> !figure.type().isMap());
      case SELECT -> map(expr.select().operand());
      case CALL ->
          expr.call().function().equals("_[_]")
                  && expr.call().args().get(1).getKind() == Kind.CONSTANT
              ? map(expr.call().args().get(0))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Figure> map(CelExpr expr) {
    return expr.getKind() == Kind.IDENT
        ? Figure.named(expr.ident().name()).filter(figure -> figure.type().isMap())
        : Optional.empty();
  }

  private static Optional<Double> constant(CelExpr than, FigureType type) {
    return type == FigureType.SPAN ? Constants.seconds(than) : Constants.number(than);
  }

  private static String text(CelExpr expr, CelSource source) {
    return CelUnparserFactory.newUnparser()
        .unparse(CelAbstractSyntaxTree.newParsedAst(expr, source));
  }

  /** What is wrong with it, and what to write. */
  String inWords() {
    String limits = range.isBounded() ? "goes from " + range : "is never below 0";
    return "%s %s, so %s is %s true; %s"
        .formatted(figure, limits, written, outcome ? "always" : "never", advice());
  }

  private String advice() {
    if (range.equals(Range.SHARE) && constant > 1 && constant < 100) {
      return "for %s %% write %s".formatted(Range.plain(constant), Range.plain(constant / 100));
    }
    return range.isBounded()
        ? "compare it with a number in between"
        : "compare it with more than 0";
  }
}

package io.temperline.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The figures that an expression names, with where it does in code points. */
final class References {

  private record Use(Reference reference, int at) {}

  private final List<Use> uses = new ArrayList<>();

  private References() {}

  static References of(CelAbstractSyntaxTree ast) {
    References references = new References();
    CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .filter(node -> node.getKind() == Kind.IDENT)
        .forEach(
            node ->
                Figure.named(node.expr().ident().name())
                    .ifPresent(
                        figure ->
                            references.uses.add(
                                new Use(
                                    new Reference(figure, key(figure, node)),
                                    ast.getSource()
                                        .getPositionsMap()
                                        .getOrDefault(node.id(), 0)))));
    return references;
  }

  Set<Reference> all() {
    Set<Reference> all = new LinkedHashSet<>();
    uses.forEach(use -> all.add(use.reference()));
    return Collections.unmodifiableSet(all);
  }

  /**
   * The emotions that are asked for and are none of these, by where they are; nothing where these
   * are none.
   */
  Map<Integer, String> emotionsBeside(Collection<String> labels) {
    Map<Integer, String> others = new TreeMap<>();
    for (Use use : uses) {
      use.reference()
          .key()
          .filter(key -> use.reference().figure() == Figure.EMOTIONS)
          .filter(key -> !labels.isEmpty() && !labels.contains(key))
          .ifPresent(key -> others.put(use.at(), key));
    }
    return others;
  }

  private static Optional<String> key(Figure figure, CelNavigableExpr node) {
    return figure.type().isMap()
        ? node.parent().flatMap(parent -> key(parent.expr(), node.expr()))
        : Optional.empty();
  }

  private static Optional<String> key(CelExpr parent, CelExpr map) {
    return switch (parent.getKind()) {
      case SELECT -> Optional.of(parent.select().field());
      case CALL ->
          parent.call().function().equals("_[_]") && parent.call().args().get(0).id() == map.id()
              ? constant(parent.call().args().get(1))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> constant(CelExpr index) {
    return index.getKind() == Kind.CONSTANT
            && index.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(index.constant().stringValue())
        : Optional.empty();
  }
}

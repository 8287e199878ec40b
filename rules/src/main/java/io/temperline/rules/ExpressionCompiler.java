package io.temperline.rules;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.validator.CelValidator;
import dev.cel.validator.CelValidatorFactory;
import dev.cel.validator.validators.AstDepthLimitValidator;
import dev.cel.validator.validators.DurationLiteralValidator;
import dev.cel.validator.validators.RegexLiteralValidator;
import dev.cel.validator.validators.TimestampLiteralValidator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Compiles expressions over the vocabulary, and says what is wrong with those that it cannot. */
final class ExpressionCompiler {

  /** What a person writes is far below these; they bound what a moment can cost. */
  private static final CelOptions LIMITS =
      CelOptions.current()
          .maxExpressionCodePointSize(4000)
          .maxParseRecursionDepth(50)
          .comprehensionMaxIterations(1000)
          .build();

  private static final String DESCRIPTION =
      "true or false (bool), a number (double or int), a duration or a string";

  private final Set<String> emotions;
  private final Language call = new Language(figure -> !figure.inAnnotationsOnly());
  private final Language alert = new Language(figure -> true);

  /**
   * @param emotions the labels that an expression may ask for; none means any
   */
  ExpressionCompiler(Set<String> emotions) {
    this.emotions = Set.copyOf(emotions);
  }

  /** An expression that is true or false. */
  Optional<Expression> condition(Text text, String name, Problems problems) {
    return compile(
        call,
        text,
        name,
        problems,
        List.of(FigureType.FLAG),
        "true or false, such as anger >= 0.3");
  }

  /** An expression that is a double. */
  Optional<Expression> number(Text text, String name, Problems problems) {
    return compile(
        call, text, name, problems, List.of(FigureType.NUMBER), "a double, such as anger");
  }

  /** An expression within a text for people: it may also tell of the alert. */
  Optional<Expression> wording(Text text, String name, Problems problems) {
    List<FigureType> wanted =
        Arrays.stream(FigureType.values()).filter(type -> !type.isMap()).toList();
    return compile(alert, text, name, problems, wanted, DESCRIPTION);
  }

  private Optional<Expression> compile(
      Language language,
      Text text,
      String name,
      Problems problems,
      List<FigureType> wanted,
      String description) {
    if (text.value().isBlank()) {
      problems.add(text.place(), "%s is empty; write what it is to tell", name);
      return Optional.empty();
    }
    ExpressionProblems wrong = new ExpressionProblems(text, name, language.figures, problems);
    try {
      CelValidationResult parsed = language.cel.parse(text.value());
      if (parsed.hasError()) {
        wrong.addSyntax(parsed.getErrors());
        return Optional.empty();
      }
      return expression(language, parsed.getAst(), text, wrong, wanted, description);
    } catch (CelValidationException | CelEvaluationException e) {
      problems.add(
          text.place(), "%s cannot be compiled: %s; write it more simply", name, e.getMessage());
      return Optional.empty();
    }
  }

  /** Looks for everything before it gives up, so that all problems are found. */
  private Optional<Expression> expression(
      Language language,
      CelAbstractSyntaxTree written,
      Text text,
      ExpressionProblems wrong,
      List<FigureType> wanted,
      String description)
      throws CelValidationException, CelEvaluationException {
    References references = References.of(written);
    references
        .emotionsBeside(emotions)
        .forEach((at, label) -> wrong.addEmotion(label, at, emotions));
    wrong.addIdle(IdleComparison.in(written));
    CelValidationResult checked = language.cel.check(written);
    if (checked.hasError()) {
      wrong.addAll(checked.getErrors());
      wrong.addAll(language.wrongLiterals(written));
      return Optional.empty();
    }
    CelAbstractSyntaxTree ast = checked.getAst();
    wrong.addAll(language.validator.validate(ast).getErrors());
    CelType type = ast.getResultType();
    if (wanted.stream().noneMatch(w -> w.celType().equals(type))) {
      wrong.addResult(type, description);
      return Optional.empty();
    }
    return Optional.of(
        new Expression(
            text.value().strip(),
            language.cel.createProgram(ast),
            references.all(),
            Bounds.of(ast)));
  }

  /** The expression language with a part of the vocabulary. */
  private static final class Language {

    /** Functions whose literals the validator looks at. */
    private static final Set<String> LITERALS = Set.of("duration", "timestamp", "matches");

    private final List<Figure> figures;
    private final Cel cel;
    private final CelValidator validator;

    Language(Predicate<Figure> known) {
      figures = Arrays.stream(Figure.values()).filter(known).toList();
      cel = cel(LIMITS.toBuilder().evaluateCanonicalTypesToNativeValues(true).build());
      // The validator of durations takes none but Protobuf's.
      validator =
          CelValidatorFactory.standardCelValidatorBuilder(cel(LIMITS))
              .addAstValidators(
                  AstDepthLimitValidator.DEFAULT,
                  DurationLiteralValidator.INSTANCE,
                  TimestampLiteralValidator.INSTANCE,
                  RegexLiteralValidator.INSTANCE)
              .build();
    }

    /**
     * What is wrong with literals, such as a duration of apples, in an expression that has other
     * faults: the validator takes none but sound ones, so it is given the calls one by one.
     */
    List<CelIssue> wrongLiterals(CelAbstractSyntaxTree ast) throws CelValidationException {
      List<CelExpr> calls =
          CelNavigableAst.fromAst(ast)
              .getRoot()
              .allNodes()
              .map(CelNavigableExpr::expr)
              .filter(expr -> expr.getKind() == Kind.CALL)
              .filter(expr -> LITERALS.contains(expr.call().function()))
              .toList();
      List<CelIssue> found = new ArrayList<>();
      for (CelExpr call : calls) {
        CelValidationResult checked =
            cel.check(CelAbstractSyntaxTree.newParsedAst(call, ast.getSource()));
        if (!checked.hasError()) {
          found.addAll(validator.validate(checked.getAst()).getErrors());
        }
      }
      return found;
    }

    private Cel cel(CelOptions options) {
      CelBuilder builder =
          CelFactory.standardCelBuilder()
              .setOptions(options)
              .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
      figures.forEach(figure -> builder.addVar(figure.word(), figure.type().celType()));
      return builder.build();
    }
  }
}

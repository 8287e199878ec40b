package io.temperline.speech.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * All that an evaluation found. A list is empty where there is nothing to compare.
 *
 * @param overall all clips together, over the telephone line
 * @param sexes by the speakers' sex, where their corpora tell
 * @param corpora by corpus, where there are several
 * @param folds by fold, where models were cross-validated
 * @param conditions by what the clips went through
 * @param calls what comes of them as alerts, where that was asked for
 */
public record Findings(
    Figures overall,
    List<Group> sexes,
    List<Group> corpora,
    List<Group> folds,
    List<Group> conditions,
    Optional<CallFigures> calls) {

  public Findings {
    sexes = List.copyOf(sexes);
    corpora = List.copyOf(corpora);
    folds = List.copyOf(folds);
    conditions = List.copyOf(conditions);
  }

  /** What can be told from what a model made of the clips. */
  public static Findings of(Outcome outcome) {
    List<Judgement> judgements = outcome.judgements();
    List<Group> corpora = Group.by(judgement -> Optional.of(judgement.clip().corpus()), judgements);
    return new Findings(
        Figures.of(judgements),
        Group.by(judgement -> judgement.clip().sex(), judgements),
        corpora.size() > 1 ? corpora : List.of(),
        List.of(),
        Group.of(outcome.conditions()),
        Optional.of(outcome.calls()).filter(calls -> !calls.isEmpty()).map(CallFigures::new));
  }

  /** The same, with the figures of each fold. */
  public Findings withFolds(List<Group> each) {
    return new Findings(overall, sexes, corpora, each, conditions, calls);
  }

  /**
   * The highest recall of anger by sex less the lowest, [0, 1]; empty where there are no two to
   * compare.
   */
  public OptionalDouble angerGap() {
    return Group.angerGap(sexes);
  }
}

package io.temperline.speech.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private static final Optional<String> HER = Optional.of("female");
  private static final Optional<String> HIM = Optional.of("male");

  @Test
  void eachSexHasFiguresOfItsOwnAndAngerIsCompared() {
    Findings findings =
        findings(
            Judgements.of("a", "anna", HER, "angry", 0.9),
            Judgements.of("a", "anna", HER, "angry", 0.8),
            Judgements.of("a", "otto", HIM, "angry", 0.9),
            Judgements.of("a", "otto", HIM, "angry", 0.1),
            Judgements.of("a", "otto", HIM, "angry", 0.2),
            Judgements.of("a", "otto", HIM, "angry", 0.3),
            Judgements.of("a", "otto", HIM, "sad", 0.1),
            Judgements.of("a", "alex", Optional.empty(), "angry", 0.1));

    assertThat(findings.overall().evaluation().clips()).isEqualTo(8);
    assertThat(findings.sexes()).extracting(Group::name).containsExactly("female", "male");
    assertThat(findings.sexes())
        .extracting(group -> group.figures().evaluation().clips())
        .containsExactly(2, 5);
    assertThat(findings.sexes())
        .extracting(group -> group.angerRecall().orElseThrow())
        .containsExactly(1.0, 0.25);
    assertThat(findings.angerGap()).hasValue(0.75);
  }

  @Test
  void withoutAnyoneOfKnownSexThereIsNothingToCompare() {
    Findings findings = findings(Judgements.of("anna", "angry", 0.9));

    assertThat(findings.sexes()).isEmpty();
    assertThat(findings.angerGap()).isEmpty();
  }

  @Test
  void aSexWithoutAngryClipsIsNotCompared() {
    Findings findings =
        findings(
            Judgements.of("a", "anna", HER, "sad", 0.1),
            Judgements.of("a", "otto", HIM, "angry", 0.9));

    assertThat(findings.sexes()).hasSize(2);
    assertThat(findings.angerGap()).isEmpty();
  }

  @Test
  void severalCorporaAreAlsoMeasuredEachByItself() {
    Judgement one = Judgements.of("one", "anna", HER, "angry", 0.9);
    Judgement other = Judgements.of("other", "anna", HER, "sad", 0.9);

    assertThat(findings(one).corpora()).isEmpty();
    assertThat(findings(other, one).corpora())
        .extracting(Group::name, group -> group.figures().evaluation().labels())
        .containsExactly(tuple("one", List.of("angry")), tuple("other", List.of("sad")));
  }

  @Test
  void outcomesOfOtherClipsArePooledConditionByCondition() {
    Judgement anna = Judgements.of("anna", "angry", 0.9);
    Judgement otto = Judgements.of("otto", "sad", 0.9);

    Findings pooled =
        Findings.of(
            new Outcome(List.of(anna), Map.of("rain", List.of(anna)), List.of())
                .and(new Outcome(List.of(otto), Map.of("rain", List.of(otto)), List.of())));

    assertThat(pooled.overall().evaluation().clips()).isEqualTo(2);
    assertThat(pooled.conditions())
        .extracting(Group::name, group -> group.figures().evaluation().accuracy())
        .containsExactly(tuple("rain", 0.5));
  }

  private static Findings findings(Judgement... judgements) {
    return Findings.of(new Outcome(List.of(judgements), Map.of(), List.of()));
  }
}

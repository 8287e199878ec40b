package io.temperline.speech.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingsTest {

  private static final Optional<String> HER = Optional.of("female");
  private static final Optional<String> HIM = Optional.of("male");

  @Test
  void eachSexHasFiguresOfItsOwnAndAngerIsCompared() {
    Findings findings =
        Findings.of(
            List.of(
                Judgements.of("a", "anna", HER, "angry", 0.9),
                Judgements.of("a", "anna", HER, "angry", 0.8),
                Judgements.of("a", "otto", HIM, "angry", 0.9),
                Judgements.of("a", "otto", HIM, "angry", 0.1),
                Judgements.of("a", "otto", HIM, "sad", 0.1),
                Judgements.of("a", "alex", Optional.empty(), "angry", 0.1)));

    assertThat(findings.overall().evaluation().clips()).isEqualTo(6);
    assertThat(findings.sexes()).extracting(Group::name).containsExactly("female", "male");
    assertThat(findings.sexes())
        .extracting(group -> group.figures().evaluation().clips())
        .containsExactly(2, 3);
    assertThat(findings.sexes())
        .extracting(group -> group.angerRecall().orElseThrow())
        .containsExactly(1.0, 0.5);
    assertThat(findings.angerGap()).hasValue(0.5);
  }

  @Test
  void withoutAnyoneOfKnownSexThereIsNothingToCompare() {
    Findings findings = Findings.of(List.of(Judgements.of("anna", "angry", 0.9)));

    assertThat(findings.sexes()).isEmpty();
    assertThat(findings.angerGap()).isEmpty();
  }

  @Test
  void aSexWithoutAngryClipsIsNotCompared() {
    Findings findings =
        Findings.of(
            List.of(
                Judgements.of("a", "anna", HER, "sad", 0.1),
                Judgements.of("a", "otto", HIM, "angry", 0.9)));

    assertThat(findings.sexes()).hasSize(2);
    assertThat(findings.angerGap()).isEmpty();
  }

  @Test
  void severalCorporaAreAlsoMeasuredEachByItself() {
    Judgement one = Judgements.of("one", "anna", HER, "angry", 0.9);
    Judgement other = Judgements.of("other", "anna", HER, "sad", 0.9);

    assertThat(Findings.of(List.of(one)).corpora()).isEmpty();
    assertThat(Findings.of(List.of(other, one)).corpora())
        .extracting(Group::name, group -> group.figures().evaluation().labels())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("one", List.of("angry")),
            org.assertj.core.groups.Tuple.tuple("other", List.of("sad")));
  }
}

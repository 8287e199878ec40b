package io.temperline.speech.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.evaluation.Intervals.Unit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BootstrapTest {

  /**
   * Half of ten speakers is wholly recognised, half wholly not, so a resample's accuracy is
   * binomial, B(10, 1/2) / 10: its distribution passes 2.5 % at 2 and 97.5 % at 8 of 10.
   */
  @Test
  void wholeSpeakersAreDrawnWhereThereAreFiveOrMore() {
    List<Judgement> judgements = new ArrayList<>();
    for (int speaker = 0; speaker < 10; speaker++) {
      for (int clip = 0; clip < 40; clip++) {
        judgements.add(clip("s" + speaker, clip % 2 == 0, speaker < 5));
      }
    }

    Intervals intervals = Bootstrap.of(judgements);

    assertThat(intervals.unit()).isEqualTo(Unit.SPEAKERS);
    assertThat(intervals.units()).isEqualTo(10);
    assertThat(intervals.accuracy()).isEqualTo(new Interval(0.2, 0.8));
    assertThat(intervals.uar()).isEqualTo(new Interval(0.2, 0.8));
  }

  /** B(100, 1/2) / 100 passes 2.5 % at 40 and 97.5 % at 60. */
  @Test
  void clipsAreDrawnWhereThereAreFewerSpeakers() {
    List<Judgement> judgements = new ArrayList<>();
    for (int clip = 0; clip < 100; clip++) {
      judgements.add(clip("s" + clip % 4, clip % 3 == 0, clip < 50));
    }

    Intervals intervals = Bootstrap.of(judgements);

    assertThat(intervals.unit()).isEqualTo(Unit.CLIPS);
    assertThat(intervals.units()).isEqualTo(100);
    assertThat(intervals.accuracy().low()).isCloseTo(0.4, within(0.011));
    assertThat(intervals.accuracy().high()).isCloseTo(0.6, within(0.011));
  }

  @Test
  void theSameNameInTwoCorporaIsTwoSpeakers() {
    List<Judgement> judgements = new ArrayList<>();
    for (int corpus = 0; corpus < 5; corpus++) {
      judgements.add(Judgements.of("c" + corpus, "anna", java.util.Optional.empty(), "sad", 0.2));
    }

    assertThat(Bootstrap.of(judgements).unit()).isEqualTo(Unit.SPEAKERS);
  }

  @Test
  void whatIsAlwaysRightIsCertain() {
    List<Judgement> judgements = List.of(clip("a", true, true), clip("b", false, true));

    assertThat(Bootstrap.of(judgements).uar()).isEqualTo(new Interval(1, 1));
  }

  @Test
  void theSameClipsGiveTheSameIntervals() {
    List<Judgement> judgements = new ArrayList<>();
    for (int clip = 0; clip < 30; clip++) {
      judgements.add(clip("s" + clip % 7, clip % 3 == 0, clip % 4 != 0));
    }

    assertThat(Bootstrap.of(judgements)).isEqualTo(Bootstrap.of(judgements));
  }

  @Test
  void quantilesLieOnStraightLinesBetweenTheValues() {
    double[] values = {1, 2, 3, 4, 5};

    assertThat(Interval.quantile(values, 0.5)).isEqualTo(3);
    assertThat(Interval.quantile(values, 0.025)).isCloseTo(1.1, within(1e-12));
    assertThat(Interval.quantile(values, 1)).isEqualTo(5);
    assertThat(Interval.middle95(new double[] {5, 1, 4, 2, 3}).high())
        .isCloseTo(4.9, within(1e-12));
  }

  private static Judgement clip(String speaker, boolean angry, boolean recognised) {
    return Judgements.of(speaker, angry ? "angry" : "sad", angry == recognised ? 0.9 : 0.1);
  }
}

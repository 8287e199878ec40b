package io.temperline.standalone.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.speech.corpus.CorpusClip;
import io.temperline.speech.evaluation.CallOutcome;
import io.temperline.speech.evaluation.ComposedCall.Stretch;
import io.temperline.speech.evaluation.Findings;
import io.temperline.speech.evaluation.JudgedClip;
import io.temperline.speech.evaluation.Judgement;
import io.temperline.speech.evaluation.Outcome;
import io.temperline.standalone.report.HtmlReport;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvaluationTextTest {

  private static final Optional<Stretch> ANGER = Optional.of(new Stretch(20_000, 34_000));

  /** Alerts 7 s and 9 s into the anger, one stretch missed, one alert false, in 0.1 h. */
  @Test
  void alertsAreCountedAndTimed() {
    Findings findings =
        findings(
            new CallOutcome(90_000, ANGER, List.of(27_000L)),
            new CallOutcome(90_000, ANGER, List.of(29_000L)),
            new CallOutcome(90_000, ANGER, List.of()),
            new CallOutcome(90_000, Optional.empty(), List.of(5_000L)));

    assertThat(EvaluationText.of(findings))
        .contains("4 calls of 0.10 h put together from the clips, 3 stretches of anger in them")
        .contains("alerted: 0.333 within 8 s, 0.667 at all")
        .contains("time to alert: median 8.0 s, 90 % within 8.8 s")
        .contains("false alerts: 1, 10.0 per call-hour");
  }

  @Test
  void whatWasNeverFoundHasNoTime() {
    Findings findings = findings(new CallOutcome(90_000, ANGER, List.of()));

    assertThat(EvaluationText.of(findings))
        .contains("alerted: 0.000 within 8 s")
        .doesNotContain("time to alert");
    assertThat(HtmlReport.of("", findings)).doesNotContain("90 % within", "NaN");
  }

  @Test
  void withoutAngerThereAreFalseAlertsOnly() {
    Findings findings = findings(new CallOutcome(90_000, Optional.empty(), List.of()));

    assertThat(EvaluationText.of(findings)).contains("false alerts: 0").doesNotContain("alerted");
    assertThat(HtmlReport.of("", findings)).contains("In calls").doesNotContain("NaN");
  }

  @Test
  void manyStretchesAreDrawnAsBars() {
    CallOutcome[] missed =
        Collections.nCopies(90, new CallOutcome(90_000, ANGER, List.of()))
            .toArray(CallOutcome[]::new);

    assertThat(HtmlReport.of("", findings(missed)))
        .contains("class=\"bar\"", ">90</text>")
        .doesNotContain("class=\"ring\"");
  }

  private static Findings findings(CallOutcome... calls) {
    CorpusClip clip = new CorpusClip("made-up", Path.of("a.wav"), "anna", "sad", "test");
    Judgement judgement = new Judgement(clip, new JudgedClip("sad", Map.of("sad", 1f)));
    return Findings.of(new Outcome(List.of(judgement), Map.of(), List.of(calls)));
  }
}

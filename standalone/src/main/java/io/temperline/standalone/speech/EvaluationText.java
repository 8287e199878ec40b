package io.temperline.standalone.speech;

import io.temperline.speech.evaluation.CallFigures;
import io.temperline.speech.evaluation.Evaluation;
import io.temperline.speech.evaluation.Figures;
import io.temperline.speech.evaluation.Findings;
import io.temperline.speech.evaluation.Group;
import io.temperline.speech.evaluation.Intervals;
import io.temperline.speech.evaluation.RocCurve;
import io.temperline.standalone.Count;
import java.util.List;
import java.util.Locale;

/** What an evaluation found, for people. */
final class EvaluationText {

  private static final String GROUP_ROW = "%-22s%7s%11s%8s%15s%11s%14s%n";

  private final StringBuilder text = new StringBuilder();

  private EvaluationText() {}

  static String of(Findings findings) {
    return new EvaluationText().write(findings);
  }

  private String write(Findings findings) {
    Evaluation evaluation = findings.overall().evaluation();
    line(
        "clips %d   accuracy %.3f   UAR %.3f   anger AUC %.3f%n",
        evaluation.clips(), evaluation.accuracy(), evaluation.uar(), evaluation.angerAuc());
    confusion(evaluation);
    trust(findings.overall());
    groups("by sex", findings.sexes());
    findings.angerGap().ifPresent(gap -> line("the recall of anger differs by %.2f", gap));
    groups("by corpus", findings.corpora());
    groups("by fold", findings.folds());
    groups("by condition", findings.conditions());
    findings.calls().ifPresent(this::calls);
    return text.toString().stripTrailing();
  }

  private void calls(CallFigures calls) {
    line(
        "%n%s of %.2f h put together from the clips, %s of anger in them",
        Count.of(calls.outcomes().size(), "call"),
        calls.hours(),
        Count.of(calls.stretches(), "stretch", "stretches"));
    if (calls.stretches() > 0) {
      line("alerted: %.3f within 8 s, %.3f at all", calls.foundInTime(), calls.found());
    }
    if (calls.found() > 0) {
      line(
          "time to alert: median %.1f s, 90 %% within %.1f s",
          calls.secondsToAlert(0.5).orElseThrow(), calls.secondsToAlert(0.9).orElseThrow());
    }
    line("false alerts: %d, %.1f per call-hour", calls.falseAlerts(), calls.falseAlertsPerHour());
  }

  private void confusion(Evaluation evaluation) {
    List<String> labels = evaluation.labels();
    add("%-10s", "true \\ as");
    labels.forEach(label -> add("%9s", label));
    line("%9s", "recall");
    for (int row = 0; row < labels.size(); row++) {
      add("%-10s", labels.get(row));
      for (int count : evaluation.confusion()[row]) {
        add("%9d", count);
      }
      line("%9.2f", evaluation.recall(row));
    }
  }

  private void trust(Figures figures) {
    Intervals intervals = figures.intervals();
    line(
        "%naccuracy %.3f to %.3f, UAR %.3f to %.3f: 95 %% intervals, resampling %d %s",
        intervals.accuracy().low(),
        intervals.accuracy().high(),
        intervals.uar().low(),
        intervals.uar().high(),
        intervals.units(),
        switch (intervals.unit()) {
          case SPEAKERS -> "speakers";
          case CLIPS -> "clips (too few speakers: expect wider ones)";
        });
    figures.anger().ifPresent(this::anger);
    line(
        "expected calibration error %.3f, over 15 bins of the top probability",
        figures.reliability().expectedCalibrationError());
  }

  private void anger(RocCurve curve) {
    line("anger: %.3f found at 5 %% false alarms", curve.recallAt(Figures.FALSE_ALARMS));
  }

  private void groups(String title, List<Group> groups) {
    if (groups.isEmpty()) {
      return;
    }
    add(
        "%n" + GROUP_ROW,
        title,
        "clips",
        "accuracy",
        "UAR",
        "95 % of UAR",
        "anger AUC",
        "anger recall");
    for (Group group : groups) {
      Evaluation evaluation = group.figures().evaluation();
      add(
          GROUP_ROW,
          group.name(),
          evaluation.clips(),
          share(evaluation.accuracy()),
          share(evaluation.uar()),
          "%s-%s"
              .formatted(
                  share(group.figures().intervals().uar().low()),
                  share(group.figures().intervals().uar().high())),
          share(evaluation.angerAuc()),
          share(group.angerRecall().orElse(Double.NaN)));
    }
  }

  private static String share(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  private void line(String format, Object... arguments) {
    add(format + "%n", arguments);
  }

  private void add(String format, Object... arguments) {
    text.append(String.format(Locale.ROOT, format, arguments));
  }
}

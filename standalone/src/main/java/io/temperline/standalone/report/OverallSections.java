package io.temperline.standalone.report;

import io.temperline.speech.evaluation.Evaluation;
import io.temperline.speech.evaluation.Figures;
import io.temperline.speech.evaluation.Interval;
import io.temperline.speech.evaluation.Intervals;

/** The cards about all clips together. */
final class OverallSections {

  private OverallSections() {}

  static String of(Figures figures) {
    return figures(figures)
        + confusion(figures.evaluation())
        + anger(figures)
        + reliability(figures);
  }

  private static String figures(Figures figures) {
    Evaluation evaluation = figures.evaluation();
    Intervals intervals = figures.intervals();
    String recall =
        figures
            .anger()
            .map(
                curve ->
                    Html.figure(
                        "urgent",
                        Html.share(curve.recallAt(Figures.FALSE_ALARMS)),
                        "of anger found at 5 % false alarms",
                        ""))
            .orElse("");
    return "<section class=\"wide\"><dl>%s%s%s%s%s</dl><p class=\"note\">%s</p></section>%n"
        .formatted(
            Html.figure(
                "",
                Html.share(evaluation.uar()),
                "unweighted average recall",
                range(intervals.uar())),
            Html.figure(
                "", Html.share(evaluation.accuracy()), "accuracy", range(intervals.accuracy())),
            Html.figure(
                "urgent", Html.share(evaluation.angerAuc()), "anger against the rest, ROC AUC", ""),
            recall,
            Html.figure(
                "",
                Html.share(figures.reliability().expectedCalibrationError()),
                "expected calibration error",
                ""),
            Html.escaped(drawn(intervals)));
  }

  private static String range(Interval interval) {
    return "%s – %s".formatted(Html.share(interval.low()), Html.share(interval.high()));
  }

  private static String drawn(Intervals intervals) {
    String about = "Ranges are 95 % intervals of 2,000 bootstrap resamples of ";
    return switch (intervals.unit()) {
      case SPEAKERS -> about + intervals.units() + " whole speakers.";
      case CLIPS ->
          about
              + intervals.units()
              + " clips. With fewer than five speakers they say nothing of how speakers differ:"
              + " expect wider ones.";
    };
  }

  private static String confusion(Evaluation evaluation) {
    return Html.section(
        "wide",
        "What is taken for what",
        ConfusionPlot.of(evaluation),
        "Columns: recognised as. A row's tint is the share of that emotion's clips. Only emotions"
            + " that occur among the clips compete.");
  }

  private static String anger(Figures figures) {
    return figures
        .anger()
        .map(
            curve ->
                Html.section(
                    "half",
                    "Anger against the rest",
                    RocPlot.of(curve, figures.evaluation().angerAuc()),
                    "Every threshold on the probability of anger is a point of the curve; guessing"
                        + " would follow the dashed line. The threshold for 5 % is read off these"
                        + " very clips, so on others expect a little less."))
        .orElse("");
  }

  private static String reliability(Figures figures) {
    return Html.section(
        "half",
        "Does it know how sure it may be?",
        ReliabilityPlot.of(figures.reliability()),
        "15 equal bins of the top probability; a larger dot is more clips. The error is the mean"
            + " gap to the dashed line, weighted by clips (Naeini et al. 2015, Guo et al. 2017)."
            + " Below the line the model is too sure of itself.");
  }
}

package io.temperline.standalone.report;

import io.temperline.speech.evaluation.CallFigures;
import io.temperline.speech.evaluation.Evaluation;
import io.temperline.speech.evaluation.Figures;
import io.temperline.speech.evaluation.Findings;
import io.temperline.speech.evaluation.Group;
import io.temperline.speech.evaluation.Interval;
import io.temperline.speech.evaluation.Intervals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * An evaluation as a page: one file with its style and drawings inside, without scripts, that loads
 * nothing, reads in light and dark, and prints.
 */
public final class HtmlReport {

  private HtmlReport() {}

  /**
   * @param subject what was measured on what, a line
   */
  public static String of(String subject, Findings findings) {
    StringBuilder body = new StringBuilder();
    body.append(head(subject));
    body.append(figures(findings.overall()));
    body.append(confusion(findings.overall().evaluation()));
    body.append(anger(findings.overall()));
    body.append(reliability(findings.overall()));
    body.append(sexes(findings));
    body.append(
        groups(
            "By corpus",
            findings.corpora(),
            "Each corpus by itself: only the emotions that it has compete."));
    body.append(
        groups(
            "By fold",
            findings.folds(),
            "Each fold's model, trained on all other folds, on the speakers that it never heard."));
    body.append(
        groups(
            "By condition",
            findings.conditions(),
            "The same clips throughout. All other figures are those of the telephone line (G.711"
                + " mu-law at 8 kHz); losses come after it and noise before. Lost packets of 20 ms are"
                + " concealed; noise is white, its level that of active speech (ITU-T P.56) less"
                + " the SNR."));
    body.append(findings.calls().map(HtmlReport::calls).orElse(""));
    return PAGE.formatted(style(), body);
  }

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Temperline: how well the model hears</title>
      <style>
      %s</style>
      </head>
      <body>
      <main>
      %s</main>
      </body>
      </html>
      """;

  private static String head(String subject) {
    return "<header><h1>How well the model hears</h1><p>%s</p></header>%n"
        .formatted(Html.escaped(subject));
  }

  private static String figures(Figures figures) {
    Evaluation evaluation = figures.evaluation();
    Intervals intervals = figures.intervals();
    String recall =
        figures
            .anger()
            .map(
                curve ->
                    figure(
                        "urgent",
                        curve.recallAt(Figures.FALSE_ALARMS),
                        "of anger found at 5 % false alarms",
                        ""))
            .orElse("");
    return "<section class=\"wide\"><dl>%s%s%s%s%s</dl><p class=\"note\">%s</p></section>%n"
        .formatted(
            figure("", evaluation.uar(), "unweighted average recall", range(intervals.uar())),
            figure("", evaluation.accuracy(), "accuracy", range(intervals.accuracy())),
            figure("urgent", evaluation.angerAuc(), "anger against the rest, ROC AUC", ""),
            recall,
            figure(
                "",
                figures.reliability().expectedCalibrationError(),
                "expected calibration error",
                ""),
            Html.escaped(drawn(intervals)));
  }

  private static String figure(String style, double value, String name, String range) {
    return figure(style, Html.share(value), name, range);
  }

  private static String figure(String style, String value, String name, String range) {
    return "<div class=\"%s\"><dt>%s</dt><dd>%s <small>%s</small></dd></div>"
        .formatted(style, Html.escaped(name), value, range);
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

  private static String sexes(Findings findings) {
    String gap =
        findings.angerGap().isPresent()
            ? "The recall of anger differs by %s. "
                .formatted(Html.share(findings.angerGap().getAsDouble()))
            : "";
    return groups("By sex", findings.sexes(), gap + "Each sex by itself.");
  }

  private static String groups(String title, List<Group> groups, String note) {
    return groups.isEmpty()
        ? ""
        : Html.section(
            "wide",
            title,
            GroupPlot.of(title, groups),
            note
                + " Dot: unweighted average recall (UAR) with its 95 % interval. Ring: recall of anger; where the AUC beside it is low, much else is taken for anger too.");
  }

  private static String calls(CallFigures calls) {
    String figures =
        "<dl>%s%s%s%s</dl>"
            .formatted(
                figure(
                    "urgent", Html.share(calls.foundInTime()), "of anger alerted within 8 s", ""),
                figure("urgent", Html.share(calls.found()), "of anger alerted at all", ""),
                figure(
                    "",
                    seconds(calls, 0.5),
                    "median time to alert",
                    "90 % within " + seconds(calls, 0.9)),
                figure(
                    "",
                    Html.decimal(calls.falseAlertsPerHour()),
                    "false alerts per call-hour",
                    ""));
    return Html.section(
        "wide",
        "In calls",
        calls.stretches() > 0 ? figures + CallPlot.of(calls) : figures,
        "%d calls of %s h, put together from the clips: calm, then angry for 12 s or more, then calm"
                .formatted(calls.outcomes().size(), Html.share(calls.hours()))
            + " again, and as many that stay calm. Windows, smoothing and the escalation rule are the"
            + " service's own. A dot is an angry stretch. An alert counts from the beginning of the"
            + " anger until 3 s after its end; every other one is false.");
  }

  private static String seconds(CallFigures calls, double share) {
    return calls.secondsToAlert(share).map(value -> Html.decimal(value) + " s").orElse("–");
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the report's style cannot be read from the program", e);
    }
  }
}

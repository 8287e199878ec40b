package io.temperline.standalone.report;

import io.temperline.speech.evaluation.Figures;
import io.temperline.speech.evaluation.RocCurve;
import java.util.Locale;
import java.util.stream.Collectors;

/** Anger against the rest: how much of it is found at what price in false alarms. */
final class RocPlot {

  private RocPlot() {}

  static String of(RocCurve curve, double area) {
    double recall = curve.recallAt(Figures.FALSE_ALARMS);
    Frame frame =
        new Frame(
            "ROC curve of anger against the rest, area %s".formatted(Html.share(area)),
            "false alarms: other clips taken for angry",
            "angry clips found");
    double x = frame.x(Figures.FALSE_ALARMS);
    return frame
        .svg()
        .line(frame.x(0), frame.y(0), frame.x(1), frame.y(1), "chance")
        .path(outline(curve, frame), "curve anger")
        .line(x, frame.y(0), x, frame.y(recall), "drop anger")
        .circle(x, frame.y(recall), 4.5, "dot anger")
        .text(
            x + 12,
            frame.y(recall) + 18,
            "label anger",
            "%s found at 5 %% false alarms".formatted(Html.share(recall)))
        .text(
            frame.x(1) - 8,
            frame.y(0) - 12,
            "label end",
            "area under the curve %s".formatted(Html.share(area)))
        .markup();
  }

  private static String outline(RocCurve curve, Frame frame) {
    return curve.points().stream()
        .map(
            point ->
                String.format(
                    Locale.ROOT,
                    "%.1f %.1f",
                    frame.x(point.falseAlarms()),
                    frame.y(point.recall())))
        .collect(Collectors.joining(" L", "M", ""));
  }
}

package io.temperline.standalone.report;

import io.temperline.speech.evaluation.Evaluation;
import io.temperline.speech.evaluation.Group;
import io.temperline.speech.evaluation.Interval;
import java.util.List;

/** Groups one below the other: unweighted average recall with its interval, and anger's recall. */
final class GroupPlot {

  private static final double WIDTH = 900;
  private static final double LEFT = 190;
  private static final double SCALE = 400;
  private static final double TOP = 34;
  private static final double ROW = 34;
  private static final double BELOW = 26;
  private static final double UAR = 665;
  private static final double ANGER = 770;
  private static final double AREA = 840;

  private GroupPlot() {}

  static String of(String description, List<Group> groups) {
    double bottom = TOP + ROW * groups.size();
    Svg svg = new Svg(WIDTH, bottom + BELOW, description);
    for (int quarter = 0; quarter <= 4; quarter++) {
      double x = x(quarter / 4.0);
      svg.line(x, TOP - 6, x, bottom, "grid");
      svg.text(x, bottom + 18, "tick middle", quarter == 0 ? "0" : Html.share(quarter / 4.0));
    }
    svg.text(UAR, TOP - 14, "axis end", "UAR");
    svg.text(ANGER, TOP - 14, "axis end anger", "anger recall");
    svg.text(AREA, TOP - 14, "axis end anger", "its AUC");
    svg.text(WIDTH, TOP - 14, "axis end", "clips");
    for (int i = 0; i < groups.size(); i++) {
      row(svg, TOP + ROW * (i + 0.5), groups.get(i));
    }
    return svg.markup();
  }

  private static void row(Svg svg, double y, Group group) {
    Evaluation evaluation = group.figures().evaluation();
    Interval interval = group.figures().intervals().uar();
    svg.text(0, y + 4, "label", group.name());
    svg.line(x(interval.low()), y, x(interval.high()), y, "whisker");
    group.angerRecall().ifPresent(recall -> svg.circle(x(recall), y, 4.5, "ring anger"));
    svg.circle(x(evaluation.uar()), y, 5, "dot");
    svg.text(UAR, y + 4, "label end", Html.share(evaluation.uar()));
    svg.text(ANGER, y + 4, "label end anger", Html.share(group.angerRecall().orElse(Double.NaN)));
    svg.text(AREA, y + 4, "label end anger", Html.share(evaluation.angerAuc()));
    svg.text(WIDTH, y + 4, "tick end", String.valueOf(evaluation.clips()));
  }

  private static double x(double share) {
    return LEFT + share * SCALE;
  }
}

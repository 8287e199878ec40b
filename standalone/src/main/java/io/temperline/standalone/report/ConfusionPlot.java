package io.temperline.standalone.report;

import io.temperline.speech.evaluation.Evaluation;
import java.util.List;

/** The confusion matrix, each row tinted by its shares, and beside it each label's recall. */
final class ConfusionPlot {

  private static final double WIDTH = 900;
  private static final double LEFT = 84;
  private static final double TOP = 44;
  private static final double CELLS = 520;
  private static final double CELL_HEIGHT = 40;
  private static final double GAP = 3;
  private static final double BAR_LEFT = 660;
  private static final double BAR = 160;

  /** Beyond it a tint is so dark that the number on it must be light. */
  private static final double DARK = 0.5;

  private final Evaluation evaluation;
  private final double cell;
  private final Svg svg;

  private ConfusionPlot(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.cell = CELLS / evaluation.labels().size();
    this.svg =
        new Svg(
            WIDTH,
            TOP + CELL_HEIGHT * evaluation.labels().size() + 6,
            "Confusion matrix and recall by emotion");
  }

  static String of(Evaluation evaluation) {
    return new ConfusionPlot(evaluation).draw();
  }

  private String draw() {
    List<String> labels = evaluation.labels();
    svg.text(LEFT - 12, TOP - 12, "axis end", "spoken as");
    svg.text(BAR_LEFT, TOP - 12, "axis", "recall");
    svg.text(WIDTH, TOP - 12, "axis end", "clips");
    for (int i = 0; i < labels.size(); i++) {
      svg.text(LEFT + (i + 0.5) * cell, TOP - 12, "axis middle" + accent(i), labels.get(i));
      row(i);
    }
    return svg.markup();
  }

  private void row(int row) {
    double y = TOP + row * CELL_HEIGHT;
    double baseline = y + CELL_HEIGHT / 2 + 4;
    int clips = evaluation.clipsOf(row);
    svg.text(LEFT - 12, baseline, "label end" + accent(row), evaluation.labels().get(row));
    for (int column = 0; column < evaluation.labels().size(); column++) {
      cell(row, column, LEFT + column * cell, y, baseline);
    }
    double recall = evaluation.recall(row);
    svg.rectangle(BAR_LEFT, y + 14, BAR, CELL_HEIGHT - 28, "track");
    svg.rectangle(BAR_LEFT, y + 14, BAR * recall, CELL_HEIGHT - 28, "bar" + accent(row));
    svg.text(BAR_LEFT + BAR + 12, baseline, "label" + accent(row), Html.share(recall));
    svg.text(WIDTH, baseline, "tick end", String.valueOf(clips));
  }

  private void cell(int row, int column, double x, double y, double baseline) {
    int count = evaluation.confusion()[row][column];
    double share = count / (double) evaluation.clipsOf(row);
    svg.rectangle(x, y, cell - GAP, CELL_HEIGHT - GAP, "cell");
    svg.tint(x, y, cell - GAP, CELL_HEIGHT - GAP, share, "tint" + accent(row));
    if (count > 0) {
      String style = "count middle" + (share > DARK ? " on-dark" : "");
      svg.text(x + (cell - GAP) / 2, baseline - 1, style, String.valueOf(count));
    }
  }

  private String accent(int label) {
    return evaluation.labels().get(label).equals(Evaluation.ANGER) ? " anger" : "";
  }
}

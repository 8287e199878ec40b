package io.temperline.standalone.report;

import io.temperline.speech.evaluation.CallFigures;
import io.temperline.speech.evaluation.CallOutcome;
import java.util.Arrays;
import java.util.List;

/**
 * A dot per angry stretch over the second in which its alert came, or a bar where dots would be too
 * many; the missed ones stand apart.
 */
final class CallPlot {

  private static final int SECONDS = 20;
  private static final double WIDTH = 900;
  private static final double LEFT = 12;
  private static final double COLUMN = 36;
  private static final double MISSED = LEFT + (SECONDS + 2) * COLUMN;
  private static final double DOT = 5;
  private static final double PITCH = 2.3 * DOT;
  private static final int LEAST_ROOM = 4;
  private static final int MOST_DOTS = 14;
  private static final double ABOVE = 30;
  private static final double BELOW = 52;

  private final int[] columns = new int[SECONDS + 1];
  private int missed;
  private int highest;

  private CallPlot(List<CallOutcome> outcomes) {
    for (CallOutcome outcome : outcomes) {
      if (outcome.anger().isPresent()) {
        outcome.timeToAlertMs().ifPresentOrElse(this::count, () -> missed++);
      }
    }
  }

  static String of(CallFigures calls) {
    return new CallPlot(calls.outcomes()).draw();
  }

  /** What takes longer than the axis reaches counts at its end. */
  private void count(long ms) {
    columns[(int) Math.min(ms / 1000, SECONDS)]++;
  }

  private String draw() {
    highest = Math.max(missed, Arrays.stream(columns).max().orElse(0));
    double base = ABOVE + PITCH * Math.max(LEAST_ROOM, Math.min(highest, MOST_DOTS));
    Svg svg = new Svg(WIDTH, base + BELOW, "Seconds from the beginning of anger to the alert");
    double limit = LEFT + CallFigures.IN_TIME_MS / 1000.0 * COLUMN;
    svg.line(LEFT, base, LEFT + (SECONDS + 1) * COLUMN, base, "axis-line");
    svg.line(MISSED, base, MISSED + 2 * COLUMN, base, "axis-line");
    svg.line(limit, base, limit, 6, "chance");
    svg.text(limit + 8, 16, "axis", "8 s");
    for (int second = 0; second <= SECONDS; second++) {
      stack(svg, LEFT + (second + 0.5) * COLUMN, base, columns[second], true);
      if (second % 2 == 0) {
        String tick = second == SECONDS ? second + "+" : String.valueOf(second);
        svg.text(LEFT + second * COLUMN, base + 18, "tick middle", tick);
      }
    }
    stack(svg, MISSED + COLUMN, base, missed, false);
    svg.text(MISSED + COLUMN, base + 18, "tick middle", "missed");
    svg.text(LEFT - 4, base + 42, "axis", "seconds from the beginning of the anger to the alert");
    return svg.markup();
  }

  private void stack(Svg svg, double x, double base, int count, boolean found) {
    if (highest > MOST_DOTS && count > 0) {
      double height = PITCH * MOST_DOTS * count / highest;
      svg.rectangle(x - 9, base - height, 18, height, found ? "bar anger" : "bar");
      svg.text(x, base - height - 5, "tick middle", String.valueOf(count));
      return;
    }
    for (int i = 0; i < count; i++) {
      svg.circle(x, base - PITCH * i - 1.5 * DOT, DOT, found ? "dot anger" : "ring");
    }
  }
}

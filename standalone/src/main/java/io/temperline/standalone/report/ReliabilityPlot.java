package io.temperline.standalone.report;

import io.temperline.speech.evaluation.Reliability;
import io.temperline.speech.evaluation.Reliability.Bin;

/** A dot per bin of confidence, the larger the more clips; on the diagonal it keeps its word. */
final class ReliabilityPlot {

  private static final double LARGEST = 11;
  private static final double SMALLEST = 2;

  private ReliabilityPlot() {}

  static String of(Reliability reliability) {
    Frame frame =
        new Frame(
            "Reliability diagram, expected calibration error "
                + Html.share(reliability.expectedCalibrationError()),
            "how sure the model is",
            "how often it is right");
    Svg svg = frame.svg().line(frame.x(0), frame.y(0), frame.x(1), frame.y(1), "chance");
    int most = reliability.bins().stream().mapToInt(Bin::clips).max().orElse(1);
    for (Bin bin : reliability.bins()) {
      if (bin.clips() > 0) {
        double x = frame.x(bin.confidence());
        double radius = Math.max(SMALLEST, LARGEST * Math.sqrt(bin.clips() / (double) most));
        svg.line(x, frame.y(bin.confidence()), x, frame.y(bin.accuracy()), "gap");
        svg.circle(x, frame.y(bin.accuracy()), radius, "dot");
      }
    }
    return svg.markup();
  }
}

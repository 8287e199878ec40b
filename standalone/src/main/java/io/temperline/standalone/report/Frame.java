package io.temperline.standalone.report;

/** The square from 0 to 1 both ways in which curves of shares are drawn. */
final class Frame {

  private static final double LEFT = 44;
  private static final double TOP = 30;
  private static final double SIDE = 300;
  private static final double WIDTH = 380;
  private static final double HEIGHT = 378;

  private final Svg svg;

  /**
   * @param across what the horizontal axis shows
   * @param up what the vertical axis shows
   */
  Frame(String description, String across, String up) {
    svg = new Svg(WIDTH, HEIGHT, description);
    for (int quarter = 0; quarter <= 4; quarter++) {
      double share = quarter / 4.0;
      svg.line(x(share), y(0), x(share), y(1), "grid").line(x(0), y(share), x(1), y(share), "grid");
      svg.text(x(share), y(0) + 18, "tick middle", tick(share));
      svg.text(x(0) - 8, y(share) + 4, "tick end", tick(share));
    }
    svg.text(x(0.5), y(0) + 40, "axis middle", across);
    svg.text(x(0), y(1) - 14, "axis", up);
  }

  Svg svg() {
    return svg;
  }

  double x(double share) {
    return LEFT + share * SIDE;
  }

  double y(double share) {
    return TOP + (1 - share) * SIDE;
  }

  private static String tick(double share) {
    return share == 0 ? "0" : share == 1 ? "1" : Html.share(share);
  }
}

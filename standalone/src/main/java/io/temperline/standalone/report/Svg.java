package io.temperline.standalone.report;

import java.util.Locale;

/**
 * A drawing to stand in an HTML page, in units of its own; colours come from the page's style
 * sheet, by class.
 */
final class Svg {

  private final StringBuilder svg = new StringBuilder();

  /**
   * @param description what the drawing shows, for those who can't see it
   */
  Svg(double width, double height, String description) {
    append(
        "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">",
        width, height, Html.escaped(description));
  }

  Svg line(double x1, double y1, double x2, double y2, String style) {
    return append(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"/>",
        x1, y1, x2, y2, style);
  }

  Svg rectangle(double x, double y, double width, double height, String style) {
    return append(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"3\" class=\"%s\"/>",
        x, y, width, height, style);
  }

  /**
   * @param opacity [0, 1]
   */
  Svg tint(double x, double y, double width, double height, double opacity, String style) {
    return append(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"4\" fill-opacity=\"%.3f\""
            + " class=\"%s\"/>",
        x, y, width, height, opacity, style);
  }

  Svg circle(double x, double y, double radius, String style) {
    return append("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" class=\"%s\"/>", x, y, radius, style);
  }

  /**
   * @param path in SVG's path language
   */
  Svg path(String path, String style) {
    return append("<path d=\"%s\" class=\"%s\"/>", path, style);
  }

  /**
   * @param style {@code middle} and {@code end} among its classes anchor the text there
   */
  Svg text(double x, double y, String style, String text) {
    return append(
        "<text x=\"%.1f\" y=\"%.1f\" class=\"%s\">%s</text>", x, y, style, Html.escaped(text));
  }

  /** The drawing as it stands in the page. */
  String markup() {
    return svg + "</svg>";
  }

  private Svg append(String format, Object... arguments) {
    svg.append(String.format(Locale.ROOT, format, arguments));
    return this;
  }
}

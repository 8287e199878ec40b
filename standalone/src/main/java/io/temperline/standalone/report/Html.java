package io.temperline.standalone.report;

import java.util.Locale;

/** Bits of HTML. */
final class Html {

  private Html() {}

  /** Text as it stands in an element or an attribute. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /**
   * A card of the page.
   *
   * @param width {@code wide} for the page's full width, {@code half} for half of it
   * @param title plain text
   * @param body markup
   * @param note plain text below the body: what is shown, and how it was found
   */
  static String section(String width, String title, String body, String note) {
    return "<section class=\"%s\"><h2>%s</h2>%s<p class=\"note\">%s</p></section>%n"
        .formatted(width, escaped(title), body, escaped(note));
  }

  /**
   * A figure of a definition list.
   *
   * @param style {@code urgent} for those of anger, or none
   * @param value as it is printed, large
   * @param name plain text
   * @param range printed small beside the value; may be empty
   */
  static String figure(String style, String value, String name, String range) {
    return "<div class=\"%s\"><dt>%s</dt><dd>%s <small>%s</small></dd></div>"
        .formatted(style, escaped(name), escaped(value), escaped(range));
  }

  /** A share with two decimals; a dash where there is none. */
  static String share(double value) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
  }

  /** A figure with one decimal. */
  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}

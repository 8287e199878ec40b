package io.temperline.standalone.report;

import io.temperline.speech.evaluation.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * An evaluation as a page: one file with its style and drawings inside, without scripts, that loads
 * nothing, reads in light and dark, and prints.
 */
public final class HtmlReport {

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

  private HtmlReport() {}

  /**
   * @param subject what was measured on what, a line
   */
  public static String of(String subject, Findings findings) {
    String body =
        head(subject)
            + OverallSections.of(findings.overall())
            + ComparisonSections.of(findings)
            + findings.calls().map(CallSection::of).orElse("");
    return PAGE.formatted(style(), body);
  }

  private static String head(String subject) {
    return "<header><h1>How well the model hears</h1><p>%s</p></header>%n"
        .formatted(Html.escaped(subject));
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the report's style cannot be read from the program", e);
    }
  }
}

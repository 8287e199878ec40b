package io.temperline.standalone.demo;

import io.temperline.schemas.CallHistory;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A call as a row of a table for people. */
final class TableReport implements CallReport {

  private static final String ROW = "%-28s %8s %10s %11s  %s%n";

  private final PrintWriter out;

  TableReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void begin() {
    out.printf(ROW, "call", "duration", "peak anger", "escalations", "time in each emotion");
    out.flush();
  }

  @Override
  public void tell(CallHistory history) {
    out.printf(
        Locale.ROOT,
        ROW,
        history.getCallId(),
        minutes(history.getDurationMs()),
        "%.2f".formatted(history.getPeakAnger()),
        history.getEscalations().size(),
        emotions(history));
    out.flush();
  }

  private static String minutes(long ms) {
    return "%d:%02d".formatted(ms / 60_000, ms / 1000 % 60);
  }

  private static String emotions(CallHistory history) {
    String heard =
        history.getSecondsByEmotion().entrySet().stream()
            .sorted(
                Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(entry -> "%s %.0f s".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", "));
    String unscored = "%d windows not scored".formatted(history.getWindowsNotScored());
    return heard.isEmpty() ? unscored : heard + "; " + unscored;
  }
}

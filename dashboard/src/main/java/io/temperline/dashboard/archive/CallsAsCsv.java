package io.temperline.dashboard.archive;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Calls as CSV, a line each. */
final class CallsAsCsv {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader(
              "call_id",
              "started_at",
              "ended_at",
              "duration_ms",
              "customer_id",
              "agent_id",
              "queue",
              "language",
              "emotion",
              "peak_anger",
              "mean_anger",
              "valence_trend",
              "alerts",
              "worst_severity",
              "rules",
              "found_right",
              "false_alarms",
              "talk_share",
              "holds",
              "hold_ms",
              "windows_scored",
              "windows_not_scored")
          .get();

  /** What a spreadsheet would take for a formula. */
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r].*", Pattern.DOTALL);

  private CallsAsCsv() {}

  static String of(List<EndedCall> calls) {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
      for (EndedCall call : calls) {
        csv.printRecord(
            plain(call.id()),
            Instant.ofEpochMilli(call.startedAt()),
            Instant.ofEpochMilli(call.endedAt()),
            call.durationMs(),
            plain(call.customer()),
            plain(call.agent()),
            plain(call.queue()),
            plain(call.language()),
            call.emotion(),
            call.peakAnger(),
            call.meanAnger(),
            call.valenceTrend(),
            call.alerts(),
            call.severity(),
            String.join(" ", call.rules()),
            call.foundRight(),
            call.falseAlarms(),
            call.talkShare(),
            call.holds(),
            call.holdMs(),
            call.windowsScored(),
            call.windowsNotScored());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Text from outside, harmless in a spreadsheet. */
  private static String plain(String text) {
    return text != null && FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}

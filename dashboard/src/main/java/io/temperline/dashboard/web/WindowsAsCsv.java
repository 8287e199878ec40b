package io.temperline.dashboard.web;

import io.temperline.dashboard.floor.CallDetail;
import io.temperline.dashboard.floor.CallDetail.Stretch;
import io.temperline.dashboard.floor.CallDetail.Window;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A call as CSV, as RFC 4180 has it: a line for each window, and for each stretch of before the
 * windows that are at hand. Times are ISO 8601; what is not known is empty.
 */
final class WindowsAsCsv {

  private static final List<String> COLUMNS =
      List.of(
          "from",
          "to",
          "emotion",
          "not_scored",
          "valence",
          "arousal",
          "loudness_dbfs",
          "caller_talk",
          "agent_talk");

  private WindowsAsCsv() {}

  static String of(CallDetail call) {
    List<String> header = new ArrayList<>(COLUMNS);
    call.labels().forEach(label -> header.add("p_" + label));
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader(header.toArray(String[]::new)).get();
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, format)) {
      for (Stretch stretch : before(call)) {
        csv.printRecord(filled(stretch, header.size()));
      }
      for (Window window : call.windows()) {
        csv.printRecord(filled(window, header.size()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<Stretch> before(CallDetail call) {
    long first =
        call.windows().stream()
            .mapToLong(window -> window.at() - window.hopMs())
            .findFirst()
            .orElse(Long.MAX_VALUE);
    return call.stretches().stream().filter(stretch -> stretch.to() <= first).toList();
  }

  private static List<Object> filled(Stretch stretch, int width) {
    List<Object> row = new ArrayList<>();
    row.add(Instant.ofEpochMilli(stretch.from()));
    row.add(Instant.ofEpochMilli(stretch.to()));
    row.add(stretch.emotion());
    row.add(stretch.notScored());
    return padded(row, width);
  }

  private static List<Object> filled(Window window, int width) {
    List<Object> row = new ArrayList<>();
    row.add(Instant.ofEpochMilli(window.at() - window.hopMs()));
    row.add(Instant.ofEpochMilli(window.at()));
    row.add(window.notScored() == null ? window.top() : null);
    row.add(window.notScored());
    row.add(window.valence());
    row.add(window.arousal());
    row.add(window.loudness());
    row.add(window.callerTalk());
    row.add(window.agentTalk());
    for (float probability : window.probabilities()) {
      row.add(probability);
    }
    return padded(row, width);
  }

  private static List<Object> padded(List<Object> row, int width) {
    row.addAll(Collections.nCopies(width - row.size(), null));
    return row;
  }
}

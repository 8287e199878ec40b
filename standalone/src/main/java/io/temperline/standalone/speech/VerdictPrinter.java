package io.temperline.standalone.speech;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.speech.analysis.WindowVerdict;
import io.temperline.speech.model.Affect;
import io.temperline.speech.model.EmotionScores;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints verdicts, a line each, for people or as JSON. */
final class VerdictPrinter {

  private final ObjectMapper mapper = new ObjectMapper();
  private final PrintWriter out;
  private final boolean json;

  VerdictPrinter(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  void print(Path file, String channel, WindowVerdict verdict) throws IOException {
    out.println(
        json
            ? mapper.writeValueAsString(object(file, channel, verdict))
            : line(file, channel, verdict));
    out.flush();
  }

  /**
   * Where the status is NOT_SCORED, a reason is given, top and affect are null and probabilities
   * are empty.
   */
  private static Map<String, Object> object(Path file, String channel, WindowVerdict verdict) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("file", file.toString());
    object.put("channel", channel);
    object.put("startMs", verdict.startMs());
    object.put("endMs", verdict.endMs());
    object.put("status", verdict.scores().isPresent() ? "SCORED" : "NOT_SCORED");
    object.put("reason", verdict.notScored().map(Enum::name).orElse(null));
    object.put("top", verdict.scores().map(EmotionScores::top).orElse(null));
    object.put(
        "probabilities", verdict.scores().map(EmotionScores::probabilities).orElse(Map.of()));
    Optional<Affect> affect = verdict.scores().flatMap(EmotionScores::affect);
    object.put("valence", affect.map(Affect::valence).orElse(null));
    object.put("arousal", affect.map(Affect::arousal).orElse(null));
    return object;
  }

  private static String line(Path file, String channel, WindowVerdict verdict) {
    return String.format(
        Locale.ROOT,
        "%s  %-6s  %s - %s  %s",
        file.getFileName(),
        channel,
        time(verdict.startMs()),
        time(verdict.endMs()),
        verdict
            .scores()
            .map(VerdictPrinter::scores)
            .orElseGet(() -> "not scored: " + verdict.notScored().orElseThrow()));
  }

  private static String scores(EmotionScores scores) {
    return String.format(Locale.ROOT, "%-9s  ", scores.top())
        + scores.probabilities().entrySet().stream()
            .map(entry -> String.format(Locale.ROOT, "%s %.2f", entry.getKey(), entry.getValue()))
            .collect(Collectors.joining("  "))
        + scores
            .affect()
            .map(
                affect ->
                    String.format(
                        Locale.ROOT,
                        "  valence %+.2f  arousal %+.2f",
                        affect.valence(),
                        affect.arousal()))
            .orElse("");
  }

  private static String time(long ms) {
    return String.format(Locale.ROOT, "%02d:%02d", ms / 60_000, ms / 1000 % 60);
  }
}

package io.temperline.standalone.rules;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.standalone.TextTable;
import io.temperline.standalone.Times;
import io.temperline.standalone.alerts.LastSteps;
import io.temperline.standalone.remote.KafkaCommand;
import io.temperline.standalone.remote.KafkaOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rules report}: how often the rules were right. */
@Command(
    name = "report",
    description =
        "Say how often each rule was right, by the verdicts on its alerts; the last verdict on an"
            + " alert counts.")
final class ReportCommand extends KafkaCommand {

  private static final String UNKNOWN = "-";

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Alerts that were raised then or later; a time, or a span before now such as 7d. Default:"
              + " all that the topic holds.")
  private String since;

  @Option(names = "--json", description = "One JSON object a rule and version.")
  private boolean json;

  @Mixin private KafkaOptions kafka;

  @Override
  protected int run() throws IOException, InterruptedException {
    Optional<Instant> from =
        Optional.ofNullable(since).map(text -> Times.since("--since", text, Instant.now()));
    LastSteps steps = LastSteps.read(kafka.connect(), from);
    complainOfUnreadable(steps.unreadable(), "temperline.escalations");
    List<RuleRecord> records = RuleRecord.of(steps.alerts());
    if (json) {
      ObjectMapper mapper = new ObjectMapper();
      for (RuleRecord record : records) {
        out().println(mapper.writeValueAsString(object(record)));
      }
    } else {
      out().print(table(records));
    }
    return 0;
  }

  private static TextTable table(List<RuleRecord> records) {
    TextTable table =
        new TextTable(
            "rule",
            "version",
            ">alerts",
            ">judged",
            ">right",
            ">false",
            ">precision",
            ">95 %",
            ">acknowledged after");
    for (RuleRecord record : records) {
      table.add(
          record.rule(),
          record.version(),
          record.alerts(),
          record.judged(),
          record.right(),
          record.falseAlarms(),
          record.precision().map(share -> number(share.value())).orElse(UNKNOWN),
          record
              .precision()
              .map(share -> number(share.low()) + " to " + number(share.high()))
              .orElse(UNKNOWN),
          record.toAcknowledge().map(Times::minutes).orElse(UNKNOWN));
    }
    return table;
  }

  private static String number(double share) {
    return String.format(Locale.ROOT, "%.2f", share);
  }

  private static Map<String, Object> object(RuleRecord record) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("rule", record.rule());
    object.put("version", record.version());
    object.put("alerts", record.alerts());
    object.put("judged", record.judged());
    object.put("right", record.right());
    object.put("falseAlarms", record.falseAlarms());
    object.put("precision", record.precision().map(Share::value).orElse(null));
    object.put("precisionLow", record.precision().map(Share::low).orElse(null));
    object.put("precisionHigh", record.precision().map(Share::high).orElse(null));
    object.put(
        "medianMsToAcknowledge", record.toAcknowledge().map(time -> time.toMillis()).orElse(null));
    return object;
  }
}

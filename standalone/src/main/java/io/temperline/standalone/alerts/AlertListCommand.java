package io.temperline.standalone.alerts;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.schemas.Escalation;
import io.temperline.standalone.TextTable;
import io.temperline.standalone.remote.KafkaCommand;
import io.temperline.standalone.remote.KafkaOptions;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code alerts list}: the alerts that are open. */
@Command(
    name = "list",
    description = "List the alerts that still fire, the most severe and oldest first.")
final class AlertListCommand extends KafkaCommand {

  private static final Comparator<Escalation> BY_URGENCY =
      Comparator.comparing(Escalation::getSeverity)
          .reversed()
          .thenComparing(Escalation::getRaisedAt)
          .thenComparing(Escalation::getEscalationId);

  @Option(names = "--all", description = "Those that are cleared too.")
  private boolean all;

  @Option(names = "--json", description = "One JSON object an alert.")
  private boolean json;

  @Mixin private KafkaOptions kafka;

  @Override
  protected int run() throws IOException, InterruptedException {
    LastSteps steps = LastSteps.read(kafka.connect(), Optional.empty());
    complainOfUnreadable(steps.unreadable(), "temperline.escalations");
    List<Escalation> alerts =
        steps.alerts().stream()
            .filter(alert -> all || alert.getClearedAt() == null)
            .sorted(BY_URGENCY)
            .toList();
    if (json) {
      ObjectMapper mapper = new ObjectMapper();
      for (Escalation alert : alerts) {
        out().println(mapper.writeValueAsString(object(alert)));
      }
    } else {
      out().print(table(alerts));
    }
    return 0;
  }

  private static TextTable table(List<Escalation> alerts) {
    TextTable table = new TextTable("alert", "severity", "raised", "stands", "says");
    for (Escalation alert : alerts) {
      table.add(
          alert.getEscalationId(),
          severity(alert),
          alert.getRaisedAt(),
          standing(alert),
          summary(alert));
    }
    return table;
  }

  private static String severity(Escalation alert) {
    return alert.getSeverity().name().toLowerCase(Locale.ROOT);
  }

  private static String summary(Escalation alert) {
    return alert.getAnnotations().getOrDefault("summary", "");
  }

  private static String standing(Escalation alert) {
    List<String> words = new ArrayList<>();
    words.add(alert.getClearedAt() == null ? "open" : "cleared");
    if (alert.getAcknowledgedBy() != null) {
      words.add("taken by " + alert.getAcknowledgedBy());
    }
    if (alert.getSnoozedUntil() != null && alert.getClearedAt() == null) {
      words.add("snoozed until " + alert.getSnoozedUntil());
    }
    if (alert.getVerdict() != null) {
      words.add(
          "%s by %s"
              .formatted(
                  alert.getVerdict().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  alert.getJudgedBy()));
    }
    return String.join(", ", words);
  }

  private static Map<String, Object> object(Escalation alert) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("id", alert.getEscalationId());
    object.put("call", alert.getCallId());
    object.put("rule", alert.getRule());
    object.put("ruleVersion", alert.getRuleVersion());
    object.put("severity", severity(alert));
    object.put("raisedAt", alert.getRaisedAt().toString());
    object.put("clearedAt", text(alert.getClearedAt()));
    object.put("acknowledgedBy", alert.getAcknowledgedBy());
    object.put("snoozedUntil", text(alert.getSnoozedUntil()));
    object.put("verdict", alert.getVerdict() == null ? null : alert.getVerdict().name());
    object.put("judgedBy", alert.getJudgedBy());
    object.put("summary", summary(alert));
    return object;
  }

  private static String text(Instant time) {
    return time == null ? null : time.toString();
  }
}

package io.temperline.standalone.alerts;

import io.temperline.schemas.Escalation;
import io.temperline.schemas.TopicScan;
import io.temperline.schemas.Topics;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The alerts in the topic of escalations, each as its last step left it.
 *
 * @param alerts one for each alert that was raised
 * @param unreadable how many records nobody can read
 */
public record LastSteps(Collection<Escalation> alerts, long unreadable) {

  public LastSteps {
    alerts = List.copyOf(alerts);
  }

  /**
   * @param since leaves out alerts that were raised before
   */
  public static LastSteps read(Map<String, String> clients, Optional<Instant> since) {
    Map<String, Escalation> last = new LinkedHashMap<>();
    long unreadable =
        new TopicScan(clients)
            .read(
                new Topics(clients).escalations(),
                since,
                entry -> {
                  if (entry.value() != null) {
                    last.put(entry.value().getEscalationId(), entry.value());
                  }
                });
    return new LastSteps(
        last.values().stream()
            .filter(step -> since.isEmpty() || !step.getRaisedAt().isBefore(since.get()))
            .toList(),
        unreadable);
  }

  Optional<Escalation> of(String alertId) {
    return alerts.stream().filter(alert -> alert.getEscalationId().equals(alertId)).findAny();
  }
}

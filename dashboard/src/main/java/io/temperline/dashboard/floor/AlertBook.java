package io.temperline.dashboard.floor;

import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The alerts of one call. Each step tells where its alert stands after it, so the last one is
 * enough; but the audio's time and people's clocks differ, and a step that is read again is known
 * as such only by the time of its own kind.
 */
final class AlertBook {

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * @param ruleAt when the rule took its last step; the least number where it took none, as for
   *     people's
   */
  private record Entry(Alert alert, long ruleAt, long personAt) {

    private static final long NEVER = Long.MIN_VALUE;

    static Entry of(Alert alert, boolean byPerson) {
      long at = alert.updatedAt();
      return byPerson ? new Entry(alert, NEVER, at) : new Entry(alert, at, NEVER);
    }

    Entry then(Entry next) {
      boolean isOld = next.ruleAt == NEVER ? next.personAt < personAt : next.ruleAt < ruleAt;
      return isOld
          ? this
          : new Entry(
              next.alert.after(alert),
              Math.max(ruleAt, next.ruleAt),
              Math.max(personAt, next.personAt));
    }
  }

  void apply(Escalation step) {
    Entry now = Entry.of(Alerts.of(step), step.getBy() != null);
    entries.merge(now.alert().id(), now, Entry::then);
  }

  /** The steps' alerts, and those that only the history still knows. */
  List<Alert> all(CallHistory history, boolean live) {
    Map<String, Alert> all = new LinkedHashMap<>();
    entries.forEach((id, entry) -> all.put(id, entry.alert()));
    if (history != null) {
      for (EscalationSummary summary : history.getEscalations()) {
        all.computeIfAbsent(
            summary.getEscalationId(), id -> Alerts.of(summary, history.getCallId()));
      }
    }
    return all.values().stream()
        .map(alert -> live ? alert : alert.ofEndedCall())
        .sorted(Alert.BY_URGENCY)
        .toList();
  }
}

package io.temperline.standalone.past;

import io.temperline.standalone.TextTable;
import io.temperline.standalone.Times;
import java.util.List;

/** Alerts of past calls for people, by the time into the call. */
public final class AlertTables {

  private static final String TO_THE_END = "-";

  private final boolean onTheClock;

  /**
   * @param onTheClock whether the calls have a time of day; recordings have none
   */
  public AlertTables(boolean onTheClock) {
    this.onTheClock = onTheClock;
  }

  public TextTable alerts(List<PastAlert> alerts) {
    TextTable table =
        onTheClock
            ? new TextTable(
                "call", "rule", "severity", "raised", "cleared", "by the clock", "it would say")
            : new TextTable("call", "rule", "severity", "raised", "cleared", "it would say");
    for (PastAlert alert : alerts) {
      String raised = Times.minutes(alert.raisedAfter());
      if (onTheClock) {
        table.add(
            alert.call(),
            alert.rule(),
            alert.severity(),
            raised,
            cleared(alert),
            alert.raisedAt(),
            alert.text());
      } else {
        table.add(
            alert.call(), alert.rule(), alert.severity(), raised, cleared(alert), alert.text());
      }
    }
    return table;
  }

  private static String cleared(PastAlert alert) {
    return alert.clearedAfter().map(Times::minutes).orElse(TO_THE_END);
  }

  /** Alerts that begin or end at another time than before. */
  public TextTable moved(List<Difference.Moved> alerts) {
    TextTable table =
        new TextTable("call", "rule", "raised", "cleared", "raised before", "cleared before");
    for (Difference.Moved moved : alerts) {
      table.add(
          moved.first().call(),
          moved.first().rule(),
          Times.minutes(moved.first().raisedAfter()),
          cleared(moved.first()),
          Times.minutes(moved.second().raisedAfter()),
          cleared(moved.second()));
    }
    return table;
  }
}

package io.temperline.standalone.rules;

import io.temperline.standalone.Count;
import io.temperline.standalone.TextTable;
import io.temperline.standalone.Times;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints a back-test for people. */
final class TestText {

  private static final String TO_THE_END = "-";

  private final PrintWriter out;
  private final boolean onTheClock;

  /**
   * @param onTheClock whether the calls have a time of day; recordings have none
   */
  TestText(PrintWriter out, boolean onTheClock) {
    this.out = out;
    this.onTheClock = onTheClock;
  }

  void print(Judgement test, Optional<Judgement> against) {
    out.printf(
        "version '%s' on %s, %s in all%n",
        test.rules().version(), Count.of(test.calls(), "call"), Times.minutes(test.time()));
    if (!test.alerts().isEmpty()) {
      out.println();
      out.print(alerts(test.alerts()));
    }
    out.println();
    out.print(byRule(test));
    against.ifPresent(other -> print(test, other));
  }

  private TextTable alerts(List<PastAlert> alerts) {
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

  private static TextTable byRule(Judgement test) {
    TextTable table = new TextTable("rule", ">alerts", ">calls", ">per call-hour");
    for (Judgement.OfRule rule : test.byRule()) {
      table.add(
          rule.rule(),
          rule.alerts(),
          rule.calls(),
          String.format(Locale.ROOT, "%.1f", rule.perHour()));
    }
    return table;
  }

  private void print(Judgement test, Judgement other) {
    Difference difference = Difference.between(test.alerts(), other.alerts());
    out.printf(
        "%nagainst version '%s', which raises %s: %d at the same times%n",
        other.rules().version(), Count.of(other.alerts().size(), "alert"), difference.same());
    printOnly(test, difference.onlyFirst());
    printOnly(other, difference.onlySecond());
    if (!difference.moved().isEmpty()) {
      out.printf("%nin both, at another time%n");
      TextTable table =
          new TextTable("call", "rule", "raised", "cleared", "raised before", "cleared before");
      for (Difference.Moved moved : difference.moved()) {
        table.add(
            moved.first().call(),
            moved.first().rule(),
            Times.minutes(moved.first().raisedAfter()),
            cleared(moved.first()),
            Times.minutes(moved.second().raisedAfter()),
            cleared(moved.second()));
      }
      out.print(table);
    }
  }

  private void printOnly(Judgement judgement, List<PastAlert> only) {
    if (!only.isEmpty()) {
      out.printf("%nonly with version '%s'%n", judgement.rules().version());
      out.print(alerts(only));
    }
  }
}

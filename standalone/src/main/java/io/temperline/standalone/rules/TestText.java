package io.temperline.standalone.rules;

import io.temperline.standalone.Count;
import io.temperline.standalone.TextTable;
import io.temperline.standalone.Times;
import io.temperline.standalone.past.AlertTables;
import io.temperline.standalone.past.Difference;
import io.temperline.standalone.past.Judgement;
import io.temperline.standalone.past.PastAlert;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints a back-test for people. */
final class TestText {

  private final PrintWriter out;
  private final AlertTables tables;

  /**
   * @param onTheClock whether the calls have a time of day; recordings have none
   */
  TestText(PrintWriter out, boolean onTheClock) {
    this.out = out;
    tables = new AlertTables(onTheClock);
  }

  void print(Judgement test, Optional<Judgement> against) {
    out.printf(
        "version '%s' on %s, %s in all%n",
        test.rules().version(), Count.of(test.calls(), "call"), Times.minutes(test.time()));
    if (!test.alerts().isEmpty()) {
      out.println();
      out.print(tables.alerts(test.alerts()));
    }
    out.println();
    out.print(byRule(test));
    against.ifPresent(other -> print(test, other));
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
        other.rules().version(),
        Count.of(other.alerts().size(), "alert"),
        difference.same().size());
    printOnly(test, difference.onlyFirst());
    printOnly(other, difference.onlySecond());
    if (!difference.moved().isEmpty()) {
      out.printf("%nin both, at another time%n");
      out.print(tables.moved(difference.moved()));
    }
  }

  private void printOnly(Judgement judgement, List<PastAlert> only) {
    if (!only.isEmpty()) {
      out.printf("%nonly with version '%s'%n", judgement.rules().version());
      out.print(tables.alerts(only));
    }
  }
}

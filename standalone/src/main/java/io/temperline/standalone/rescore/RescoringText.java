package io.temperline.standalone.rescore;

import io.temperline.standalone.Count;
import io.temperline.standalone.TextTable;
import io.temperline.standalone.past.AlertTables;
import io.temperline.standalone.past.PastAlert;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints for people what another model would have changed. */
final class RescoringText {

  private final PrintWriter out;
  private final AlertTables alerts;

  /**
   * @param onTheClock whether the calls have a time of day; recordings have none
   */
  RescoringText(PrintWriter out, boolean onTheClock) {
    this.out = out;
    alerts = new AlertTables(onTheClock);
  }

  /**
   * @param before the one model, by name and version
   * @param now the other
   */
  void print(Rescoring rescoring, String before, String now) {
    Changes changes = rescoring.changes();
    out.printf("before: %s%nnow:    %s%n%n", before, now);
    out.printf(
        "%s of %s heard by both, %d scored by both%n",
        Count.of(changes.windows(), "window"), Count.of(changes.calls(), "call"), changes.scored());
    printUnlike("heard", changes.onlyBefore(), changes.onlyNow());
    printUnlike("scored", changes.scoredBefore(), changes.scoredNow());
    if (changes.scored() > 0) {
      printTurns(changes);
      out.println();
      out.print(figures(changes));
    }
    printAlerts(rescoring);
  }

  private void printUnlike(String what, int before, int now) {
    if (before + now > 0) {
      out.printf("%s only before: %d, only now: %d%n", what, before, now);
    }
  }

  private void printTurns(Changes changes) {
    out.printf(
        Locale.ROOT,
        "the likeliest emotion is another in %d (%.0f %%)%n",
        changes.turned(),
        100.0 * changes.turned() / changes.scored());
    if (changes.turned() > 0) {
      out.println();
      TextTable table = new TextTable("before", "now", ">windows");
      changes.turns().forEach(turn -> table.add(turn.before(), turn.now(), turn.windows()));
      out.print(table);
    }
  }

  private static TextTable figures(Changes changes) {
    TextTable table = new TextTable("mean of", ">before", ">now", ">apart");
    changes.emotions().forEach(emotion -> add(table, emotion.name(), emotion.shift()));
    add(table, "valence", changes.valence());
    add(table, "arousal", changes.arousal());
    return table;
  }

  private static void add(TextTable table, String name, Optional<Changes.Shift> figure) {
    figure.ifPresentOrElse(
        shift ->
            table.add(name, number(shift.before()), number(shift.now()), number(shift.apart())),
        () -> table.add(name, "-", "-", "-"));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private void printAlerts(Rescoring rescoring) {
    out.printf(
        "%nrules '%s': %s before, %d now, %d of them at the same times%n",
        rescoring.now().rules().version(),
        Count.of(rescoring.before().alerts().size(), "alert"),
        rescoring.now().alerts().size(),
        rescoring.alerts().same().size());
    printOnly("now", rescoring.alerts().onlyFirst());
    printOnly("before", rescoring.alerts().onlySecond());
    if (!rescoring.alerts().moved().isEmpty()) {
      out.printf("%nat another time%n");
      out.print(alerts.moved(rescoring.alerts().moved()));
    }
  }

  private void printOnly(String when, List<PastAlert> only) {
    if (!only.isEmpty()) {
      out.printf("%nonly %s%n", when);
      out.print(alerts.alerts(only));
    }
  }
}

package io.temperline.standalone.alerts;

import io.temperline.dashboard.commands.AlertCommands;
import io.temperline.schemas.Command;
import io.temperline.schemas.Escalation;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.Times;
import java.time.Instant;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** {@code alerts snooze}: an alert is to bother nobody for a while. */
@picocli.CommandLine.Command(
    name = "snooze",
    description = "Let nobody be bothered with an alert for a while.")
final class SnoozeCommand extends AlertCommand {

  /** Either, never both. */
  private static final class Until {

    @Option(
        names = "--for",
        paramLabel = "SPAN",
        required = true,
        description = "For how long, such as 10m.")
    private String span;

    @Option(
        names = "--until",
        paramLabel = "TIME",
        required = true,
        description = "Until when, such as 2026-11-21T08:00:00Z.")
    private String time;
  }

  @ArgGroup(multiplicity = "1")
  private Until until;

  @Option(names = "--note", paramLabel = "TEXT", description = "A remark.")
  private String note;

  @Override
  Command command(AlertCommands commands, String alert, String person) {
    Instant time =
        until.time == null
            ? now().plus(Times.span("--for", until.span))
            : Times.moment("--until", until.time);
    return commands.snooze(alert, person, time, note);
  }

  @Override
  void requireEffect(Escalation alert) {
    if (alert.getClearedAt() != null) {
      throw new CannotStartException(
          "the alert '%s' is cleared: there is nothing left to snooze"
              .formatted(alert.getEscalationId()));
    }
  }

  @Override
  String done() {
    return "snooze";
  }
}

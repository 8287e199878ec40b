package io.temperline.standalone.alerts;

import io.temperline.dashboard.commands.AlertCommands;
import io.temperline.schemas.Command;
import picocli.CommandLine.Option;

/** {@code alerts ack}: somebody takes care of an alert. */
@picocli.CommandLine.Command(
    name = "ack",
    description = "Say that you take care of an alert; the first who does so is named with it.")
final class AckCommand extends AlertCommand {

  @Option(names = "--note", paramLabel = "TEXT", description = "A remark.")
  private String note;

  @Override
  Command command(AlertCommands commands, String alert, String person) {
    return commands.acknowledge(alert, person, note);
  }

  @Override
  String done() {
    return "acknowledge";
  }
}

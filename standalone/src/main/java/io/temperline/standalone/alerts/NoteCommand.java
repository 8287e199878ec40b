package io.temperline.standalone.alerts;

import io.temperline.dashboard.commands.AlertCommands;
import io.temperline.schemas.Command;
import picocli.CommandLine.Parameters;

/** {@code alerts note}: something to remember about an alert. */
@picocli.CommandLine.Command(name = "note", description = "Note something about an alert.")
final class NoteCommand extends AlertCommand {

  @Parameters(index = "1", paramLabel = "TEXT", description = "What to note, in quotes.")
  private String text;

  @Override
  Command command(AlertCommands commands, String alert, String person) {
    return commands.note(alert, person, text);
  }

  @Override
  String done() {
    return "note on";
  }
}

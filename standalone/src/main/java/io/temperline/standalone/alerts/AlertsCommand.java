package io.temperline.standalone.alerts;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code alerts}: what people do with alerts, without the page. */
@Command(
    name = "alerts",
    description = "List alerts, acknowledge, snooze and judge them, and note something about them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      AlertListCommand.class,
      AckCommand.class,
      SnoozeCommand.class,
      JudgeCommand.class,
      NoteCommand.class
    })
public final class AlertsCommand {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;
}

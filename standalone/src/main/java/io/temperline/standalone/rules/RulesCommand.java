package io.temperline.standalone.rules;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rules}: the escalation rules, checked, published, tried out and held to account. */
@Command(
    name = "rules",
    description = "Check, publish and withdraw escalation rules, and try them on past calls.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ValidateCommand.class,
      ApplyCommand.class,
      GetCommand.class,
      ListCommand.class,
      DeleteCommand.class,
      DefaultsCommand.class,
      TestCommand.class,
      ReportCommand.class
    })
public final class RulesCommand {

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;
}

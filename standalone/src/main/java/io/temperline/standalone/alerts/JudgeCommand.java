package io.temperline.standalone.alerts;

import io.temperline.dashboard.commands.AlertCommands;
import io.temperline.schemas.Command;
import io.temperline.schemas.Verdict;
import io.temperline.standalone.CannotStartException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code alerts judge}: whether it was right to raise an alert. */
@picocli.CommandLine.Command(
    name = "judge",
    description = "Say whether it was right to raise an alert; the last who says so counts.")
final class JudgeCommand extends AlertCommand {

  private static final String RIGHT = "right";
  private static final String FALSE_ALARM = "false-alarm";

  @Parameters(index = "1", paramLabel = "VERDICT", description = "right or false-alarm.")
  private String verdict;

  @Option(names = "--note", paramLabel = "TEXT", description = "A remark.")
  private String note;

  @Override
  Command command(AlertCommands commands, String alert, String person) {
    return commands.judge(alert, person, verdict(), note);
  }

  private Verdict verdict() {
    return switch (verdict) {
      case RIGHT -> Verdict.RIGHT;
      case FALSE_ALARM -> Verdict.FALSE_ALARM;
      default ->
          throw new CannotStartException(
              "the verdict is %s or %s, not '%s'".formatted(RIGHT, FALSE_ALARM, verdict));
    };
  }

  @Override
  String done() {
    return "judge " + verdict;
  }
}

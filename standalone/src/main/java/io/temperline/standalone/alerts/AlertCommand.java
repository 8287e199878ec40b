package io.temperline.standalone.alerts;

import io.temperline.dashboard.commands.AlertCommands;
import io.temperline.dashboard.commands.CommandTopic;
import io.temperline.schemas.Command;
import io.temperline.schemas.Escalation;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.remote.KafkaCommand;
import io.temperline.standalone.remote.KafkaOptions;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands share that do something with one alert. */
abstract class AlertCommand extends KafkaCommand {

  @Parameters(
      index = "0",
      paramLabel = "ALERT",
      description = "The alert's id, as 'alerts list' prints it.")
  private String alertId;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who does it. Default: ${DEFAULT-VALUE}.")
  private String by;

  @Mixin private KafkaOptions kafka;

  private final Clock clock = Clock.systemUTC();

  @Override
  protected int run() throws InterruptedException {
    Command command = command(new AlertCommands(clock), alertId, by);
    Map<String, String> clients = kafka.connect();
    Escalation alert =
        LastSteps.read(clients, Optional.empty())
            .of(alertId)
            .orElseThrow(
                () ->
                    new CannotStartException(
                        "there is no alert '%s': './temperline alerts list --all' names those there are"
                            .formatted(alertId)));
    requireEffect(alert);
    new CommandTopic(clients).send(command);
    out().printf("sent: %s %s, as command %s%n", done(), alertId, command.getCommandId());
    return 0;
  }

  /** What is to be done. */
  abstract Command command(AlertCommands commands, String alert, String person);

  /**
   * @throws CannotStartException where nothing would come of it, as the alert stands
   */
  void requireEffect(Escalation alert) {}

  /** The same in a word. */
  abstract String done();

  final Instant now() {
    return clock.instant();
  }
}

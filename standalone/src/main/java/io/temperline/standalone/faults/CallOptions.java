package io.temperline.standalone.faults;

import io.temperline.standalone.CannotStartException;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How many calls go on while something breaks. */
final class CallOptions {

  @Option(
      names = "--calls",
      paramLabel = "N",
      defaultValue = "200",
      description = "Calls that begin at least. Default: ${DEFAULT-VALUE}.")
  int calls;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      defaultValue = "20",
      description = "Calls at the same time. Default: ${DEFAULT-VALUE}.")
  int atOnce;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "40",
      description = "Length of a call, 12 or more. Default: ${DEFAULT-VALUE}.")
  int seconds;

  @Option(
      names = "--idle",
      paramLabel = "S",
      defaultValue = "30",
      description =
          "The application's temperline.idle.timeout.ms, in seconds. Default: ${DEFAULT-VALUE}.")
  int idle;

  Duration idleTimeout() {
    return Duration.ofSeconds(idle);
  }

  void requireUsable() {
    if (calls < 1 || atOnce < 1 || seconds < 12 || idle < 1 || idle > 3600) {
      throw new CannotStartException(
          "--calls and --at-once must be 1 or more, --seconds 12 or more, --idle 1 to 3600");
    }
  }
}

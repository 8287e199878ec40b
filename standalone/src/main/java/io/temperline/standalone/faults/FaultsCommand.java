package io.temperline.standalone.faults;

import io.temperline.standalone.CannotStartException;
import java.io.IOException;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code faults}: what becomes of calls when parts of the installation die or go away. */
@Command(
    name = "faults",
    description =
        "Break parts of an installation under load and hold what comes out against the same calls"
            + " undisturbed. Starts what it needs, each part in a process of its own. The exit code"
            + " is 0 where every property holds, 1 where one does not.",
    synopsisSubcommandLabel = "SCENARIO")
public final class FaultsCommand {

  /** Calls go on for so long before, between and after outages. */
  private static final Duration BETWEEN = Duration.ofSeconds(10);

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Command(
      name = "kill",
      description = "Kill the application again and again, and start it again each time.")
  int kill(
      @Mixin ScenarioOptions options,
      @Mixin CallOptions calls,
      @Option(
              names = "--kills",
              paramLabel = "N",
              defaultValue = "20",
              description = "How often. Default: ${DEFAULT-VALUE}.")
          int kills,
      @Option(
              names = "--longest-run",
              paramLabel = "S",
              defaultValue = "10",
              description =
                  "It is killed within this time after it runs, in seconds. Default:"
                      + " ${DEFAULT-VALUE}.")
          int longestRun,
      @Option(
              names = "--seed",
              paramLabel = "N",
              defaultValue = "1",
              description = "Of the moments. Default: ${DEFAULT-VALUE}.")
          long seed)
      throws InterruptedException, IOException {
    calls.requireUsable();
    requirePositive("--kills", kills);
    requirePositive("--longest-run", longestRun);
    var plan =
        new KillScenario.Plan(
            calls.calls,
            calls.atOnce,
            calls.seconds,
            kills,
            Duration.ofSeconds(longestRun),
            calls.idleTimeout(),
            seed);
    return options.runOnABed(
        (bed, folder, conversations, progress) ->
            new KillScenario(bed, conversations, progress).run(plan));
  }

  @Command(name = "broker", description = "Stop the broker twice, and start it again each time.")
  int broker(
      @Mixin ScenarioOptions options,
      @Mixin CallOptions calls,
      @Option(
              names = "--away",
              paramLabel = "S",
              defaultValue = "40",
              description = "How long it is away, in seconds. Default: ${DEFAULT-VALUE}.")
          int away,
      @Option(
              names = "--kill",
              description =
                  "Kill it the second time. A lone broker of Kafka 4.3.1 may then leave a"
                      + " transaction open for ever, and the scenario fails: see docs/faults.md.")
          boolean kill)
      throws InterruptedException, IOException {
    calls.requireUsable();
    requirePositive("--away", away);
    var plan =
        new BrokerScenario.Plan(
            calls.calls,
            calls.atOnce,
            calls.seconds,
            Duration.ofSeconds(away),
            BETWEEN,
            calls.idleTimeout(),
            kill);
    return options.runOnABed(
        (bed, folder, conversations, progress) ->
            new BrokerScenario(bed, conversations, progress).run(plan));
  }

  @Command(
      name = "registry",
      description = "Start the application without a schema registry, and take it away later.")
  int registry(
      @Mixin ScenarioOptions options,
      @Mixin CallOptions calls,
      @Option(
              names = "--away",
              paramLabel = "S",
              defaultValue = "20",
              description = "How long it is away, in seconds. Default: ${DEFAULT-VALUE}.")
          int away)
      throws InterruptedException, IOException {
    calls.requireUsable();
    requirePositive("--away", away);
    var plan =
        new RegistryScenario.Plan(
            calls.calls,
            calls.atOnce,
            calls.seconds,
            Duration.ofSeconds(away),
            calls.idleTimeout());
    return options.runOnABed(
        (bed, folder, conversations, progress) ->
            new RegistryScenario(bed, folder, conversations, progress).run(plan));
  }

  @Command(
      name = "model",
      description = "Start the application with a model that is missing, and one that is broken.")
  int model(@Mixin ScenarioOptions options) throws InterruptedException, IOException {
    return options.runInAFolder((folder, progress) -> new ModelScenario(folder, progress).run());
  }

  @Command(
      name = "instances",
      description = "Run two instances; one is asked to stop, and comes back.")
  int instances(
      @Mixin ScenarioOptions options,
      @Mixin CallOptions calls,
      @Option(
              names = "--away",
              paramLabel = "S",
              defaultValue = "20",
              description = "How long it is away, in seconds. Default: ${DEFAULT-VALUE}.")
          int away,
      @Option(
              names = "--longest-pause",
              paramLabel = "MS",
              defaultValue = "5000",
              description =
                  "How long a live call's window may wait for its event, in ms. Default:"
                      + " ${DEFAULT-VALUE}.")
          int longestPause)
      throws InterruptedException, IOException {
    calls.requireUsable();
    requirePositive("--away", away);
    var plan =
        new InstancesScenario.Plan(
            calls.calls,
            calls.atOnce,
            calls.seconds,
            Duration.ofSeconds(away),
            calls.idleTimeout(),
            Duration.ofMillis(longestPause));
    return options.runOnABed(
        (bed, folder, conversations, progress) ->
            new InstancesScenario(bed, conversations, progress).run(plan));
  }

  @Command(
      name = "poison",
      description = "Send bad records of twenty kinds among the frames of calls.")
  int poison(
      @Mixin ScenarioOptions options,
      @Option(
              names = "--frames",
              paramLabel = "N",
              defaultValue = "1000000",
              description = "Frames in all, about. Default: ${DEFAULT-VALUE}.")
          int frames,
      @Option(
              names = "--bad",
              paramLabel = "N",
              defaultValue = "10000",
              description = "Bad ones among them. Default: ${DEFAULT-VALUE}.")
          int bad,
      @Option(
              names = "--calls",
              paramLabel = "N",
              defaultValue = "40",
              description = "Calls at the same time. Default: ${DEFAULT-VALUE}.")
          int calls)
      throws InterruptedException, IOException {
    if (bad < 0 || frames <= bad || calls < 2) {
      throw new CannotStartException(
          "--frames must be more than --bad, --bad 0 or more and --calls 2 or more");
    }
    var plan = new PoisonScenario.Plan(frames, bad, calls);
    return options.runOnABed(
        (bed, folder, conversations, progress) ->
            new PoisonScenario(bed, conversations, progress).run(plan));
  }

  @Command(
      name = "surge",
      description = "Play ten times the calls for a while, in the middle of the normal load.")
  int surge(
      @Mixin ScenarioOptions options,
      @Option(
              names = "--calls",
              paramLabel = "N",
              defaultValue = "30",
              description = "Calls of the normal load. Default: ${DEFAULT-VALUE}.")
          int calls,
      @Option(
              names = "--seconds",
              paramLabel = "S",
              defaultValue = "60",
              description = "Length of the surge. Default: ${DEFAULT-VALUE}.")
          int seconds)
      throws InterruptedException, IOException {
    if (calls < 1 || seconds < 5) {
      throw new CannotStartException("--calls must be 1 or more and --seconds 5 or more");
    }
    var plan = new SurgeScenario.Plan(calls, seconds);
    return options.runOnABed(
        (bed, folder, conversations, progress) ->
            new SurgeScenario(bed, conversations, progress).run(plan));
  }

  private static void requirePositive(String option, int value) {
    if (value < 1) {
      throw new CannotStartException("%s must be 1 or more, not %d".formatted(option, value));
    }
  }
}

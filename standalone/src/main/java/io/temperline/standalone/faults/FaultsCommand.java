package io.temperline.standalone.faults;

import io.temperline.gateway.replay.RecordedCalls;
import io.temperline.standalone.BundledCalls;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.DataFolder;
import io.temperline.standalone.bench.Conversations;
import io.temperline.standalone.process.TestBed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code faults}: what becomes of calls when parts of the installation die or go away. */
@Command(
    name = "faults",
    description =
        "Break parts of an installation under load and hold what comes out against the same calls"
            + " undisturbed. Starts what it needs, each part in a process of its own. The exit code"
            + " is 0 where every property holds, 1 where one does not.",
    synopsisSubcommandLabel = "SCENARIO")
public final class FaultsCommand {

  private static final int PARTITIONS = 4;

  /** Calls go on for so long before, between and after outages. */
  private static final Duration BETWEEN = Duration.ofSeconds(10);

  /** What every scenario takes. */
  static final class Common {

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "Keep topics and logs there. Default: a folder that goes with the command.")
    private Path data;

    @Option(names = "--json", description = "Print one JSON object in place of the text.")
    private boolean json;

    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "Show this help and exit.")
    private boolean help;
  }

  /** How many calls there are. */
  static final class Calls {

    @Option(
        names = "--calls",
        paramLabel = "N",
        defaultValue = "200",
        description = "Calls that begin at least. Default: ${DEFAULT-VALUE}.")
    private int calls;

    @Option(
        names = "--at-once",
        paramLabel = "N",
        defaultValue = "20",
        description = "Calls at the same time. Default: ${DEFAULT-VALUE}.")
    private int atOnce;

    @Option(
        names = "--seconds",
        paramLabel = "S",
        defaultValue = "40",
        description = "Length of a call, 12 or more. Default: ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
        names = "--idle",
        paramLabel = "S",
        defaultValue = "30",
        description =
            "The application's temperline.idle.timeout.ms, in seconds. Default: ${DEFAULT-VALUE}.")
    private int idle;

    private Duration idleTimeout() {
      return Duration.ofSeconds(idle);
    }

    private void requireUsable() {
      if (calls < 1 || atOnce < 1 || seconds < 12 || idle < 1) {
        throw new CannotStartException(
            "--calls, --at-once and --idle must be 1 or more, --seconds 12 or more");
      }
    }
  }

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Spec private CommandSpec spec;

  @Command(
      name = "kill",
      description = "Kill the application again and again, and start it again each time.")
  int kill(
      @Mixin Common common,
      @Mixin Calls calls,
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
    var plan =
        new KillScenario.Plan(
            calls.calls,
            calls.atOnce,
            calls.seconds,
            kills,
            Duration.ofSeconds(longestRun),
            calls.idleTimeout(),
            seed);
    return onABed(
        common, (bed, folder) -> new KillScenario(bed, conversations(), this::say).run(plan));
  }

  @Command(
      name = "broker",
      description = "Stop the broker, later kill it, and start it again each time.")
  int broker(
      @Mixin Common common,
      @Mixin Calls calls,
      @Option(
              names = "--away",
              paramLabel = "S",
              defaultValue = "40",
              description = "How long it is away, in seconds. Default: ${DEFAULT-VALUE}.")
          int away)
      throws InterruptedException, IOException {
    calls.requireUsable();
    var plan =
        new BrokerScenario.Plan(
            calls.calls,
            calls.atOnce,
            calls.seconds,
            Duration.ofSeconds(away),
            BETWEEN,
            calls.idleTimeout());
    return onABed(
        common, (bed, folder) -> new BrokerScenario(bed, conversations(), this::say).run(plan));
  }

  @Command(
      name = "registry",
      description = "Start the application without a schema registry, and take it away later.")
  int registry(
      @Mixin Common common,
      @Mixin Calls calls,
      @Option(
              names = "--away",
              paramLabel = "S",
              defaultValue = "20",
              description = "How long it is away, in seconds. Default: ${DEFAULT-VALUE}.")
          int away)
      throws InterruptedException, IOException {
    calls.requireUsable();
    var plan =
        new RegistryScenario.Plan(
            calls.calls,
            calls.atOnce,
            calls.seconds,
            Duration.ofSeconds(away),
            calls.idleTimeout());
    return onABed(
        common,
        (bed, folder) -> new RegistryScenario(bed, folder, conversations(), this::say).run(plan));
  }

  @Command(
      name = "model",
      description = "Start the application with a model that is missing, and one that is broken.")
  int model(@Mixin Common common) throws InterruptedException, IOException {
    try (DataFolder folder = DataFolder.open(Optional.ofNullable(common.data))) {
      return tell(new ModelScenario(folder.path(), this::say).run(), common);
    }
  }

  @Command(
      name = "instances",
      description = "Run two instances; one is asked to stop, and comes back.")
  int instances(
      @Mixin Common common,
      @Mixin Calls calls,
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
    var plan =
        new InstancesScenario.Plan(
            calls.calls,
            calls.atOnce,
            calls.seconds,
            Duration.ofSeconds(away),
            calls.idleTimeout(),
            Duration.ofMillis(longestPause));
    return onABed(
        common, (bed, folder) -> new InstancesScenario(bed, conversations(), this::say).run(plan));
  }

  @Command(
      name = "poison",
      description = "Send bad records of twenty kinds among the frames of calls.")
  int poison(
      @Mixin Common common,
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
    return onABed(
        common, (bed, folder) -> new PoisonScenario(bed, conversations(), this::say).run(plan));
  }

  @Command(
      name = "surge",
      description = "Play ten times the calls for a while, in the middle of the normal load.")
  int surge(
      @Mixin Common common,
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
    return onABed(
        common, (bed, folder) -> new SurgeScenario(bed, conversations(), this::say).run(plan));
  }

  /** A scenario that needs a broker. */
  private interface OnABed {
    FaultReport run(TestBed bed, Path folder) throws InterruptedException, IOException;
  }

  private int onABed(Common common, OnABed scenario) throws InterruptedException, IOException {
    try (DataFolder folder = DataFolder.open(Optional.ofNullable(common.data));
        TestBed bed = TestBed.start(folder.path(), PARTITIONS)) {
      return tell(scenario.run(bed, folder.path()), common);
    }
  }

  private int tell(FaultReport report, Common common) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(common.json ? report.json() : report.text());
    out.flush();
    return report.allHold() ? 0 : 1;
  }

  private static Conversations conversations() {
    return new Conversations(RecordedCalls.find(BundledCalls.paths()).calls());
  }

  private void say(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }
}

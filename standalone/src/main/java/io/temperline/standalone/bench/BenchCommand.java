package io.temperline.standalone.bench;

import io.temperline.gateway.replay.RecordedCalls;
import io.temperline.standalone.BundledCalls;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.DataFolder;
import io.temperline.standalone.process.TestBed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code bench}: what the application costs and carries on this machine. */
@Command(
    name = "bench",
    description =
        "Play many calls at once to the application and measure latency, cost and what it keeps."
            + " Starts what it needs, each part in a process of its own.")
public final class BenchCommand implements Callable<Integer> {

  /** How the application processes. */
  enum Guarantee {
    EXACTLY_ONCE("exactly_once_v2"),
    AT_LEAST_ONCE("at_least_once");

    private final String setting;

    Guarantee(String setting) {
      this.setting = setting;
    }

    /** As the option takes it: {@code exactly-once}. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Spec private CommandSpec spec;

  @Option(
      names = "--calls",
      paramLabel = "N",
      defaultValue = "100",
      description = "Two-channel calls at the same time. Default: ${DEFAULT-VALUE}.")
  private int calls;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "60",
      description = "Length of the calls. Default: ${DEFAULT-VALUE}.")
  private int seconds;

  @Option(
      names = "--speed",
      paramLabel = "X",
      defaultValue = "1",
      description =
          "1 as in life, X times as fast, 0 as fast as it goes. Default: ${DEFAULT-VALUE}.")
  private double speed;

  @Option(
      names = "--guarantee",
      defaultValue = "exactly-once",
      converter = GuaranteeConverter.class,
      description = "exactly-once or at-least-once. Default: ${DEFAULT-VALUE}.")
  private Guarantee guarantee;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "4",
      description = "Partitions of the topics. Default: ${DEFAULT-VALUE}.")
  private int partitions;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      defaultValue = "1g",
      description = "The application's -Xmx. Default: ${DEFAULT-VALUE}.")
  private String heap;

  @Option(
      names = "--jvm",
      paramLabel = "OPTION",
      description = "One more option for the application's JVM; may be repeated.")
  private List<String> jvmOptions = List.of();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting of the application, Kafka's or temperline.*; may be repeated.")
  private Map<String, String> settings = Map.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep topics and logs there. Default: a folder that goes with the command.")
  private Path data;

  @Option(
      names = "--find-limit",
      description =
          "Play more and more calls, from --calls on, until events come late (99 of 100 within 500"
              + " ms) or frames lag behind, and print the most calls that were carried.")
  private boolean findLimit;

  @Option(
      names = "--topologies",
      description =
          "Measure how many frames a second topologies take that leave out more and more of the"
              + " application, down to nothing, side by side; the calls are played beforehand.")
  private boolean topologies;

  @Option(names = "--json", description = "Print one JSON object in place of the text.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Override
  public Integer call() throws InterruptedException, IOException {
    requireUsable();
    Conversations conversations =
        new Conversations(RecordedCalls.find(BundledCalls.paths()).calls());
    try (DataFolder folder = DataFolder.open(Optional.ofNullable(data)).goesWithTheProgram();
        TestBed bed = TestBed.start(folder.path(), partitions)) {
      say("Kafka and the schema registry run.");
      Bench bench = new Bench(bed, conversations, appSettings(), this::say);
      PrintWriter out = spec.commandLine().getOut();
      out.println(measure(bench, folder.path()));
      out.flush();
    }
    return 0;
  }

  private String measure(Bench bench, Path folder) throws InterruptedException, IOException {
    LoadPlan plan = new LoadPlan("bench", calls, seconds, speed);
    if (topologies) {
      return RaceReport.of(bench.race(plan, folder), json);
    }
    LoadRun run = bench.startApp(appOptions());
    if (findLimit) {
      int most = bench.limit(run, plan);
      return json ? "{\"mostCalls\":%d}".formatted(most) : "%d calls are carried".formatted(most);
    }
    Figures figures = bench.play(run, plan);
    return json ? FiguresReport.json(figures) : FiguresReport.text(figures).stripTrailing();
  }

  private List<String> appOptions() {
    List<String> all = new ArrayList<>(jvmOptions);
    all.add("-Xmx" + heap);
    return all;
  }

  private Map<String, String> appSettings() {
    Map<String, String> all = new HashMap<>(settings);
    all.put("processing.guarantee", guarantee.setting);
    all.putIfAbsent("commit.interval.ms", "100");
    return all;
  }

  private void requireUsable() {
    if (calls < 1 || seconds < 5 || seconds > 7200) {
      throw new CannotStartException("--calls must be 1 or more and --seconds 5 to 7200");
    }
    settings.keySet().stream()
        .filter(key -> key.equals("application.id") || key.startsWith("temperline.window."))
        .findFirst()
        .ifPresent(
            key -> {
              throw new CannotStartException(
                  "--set %s would make the figures wrong: they count by the default"
                      .formatted(key));
            });
    if (findLimit && speed == 0) {
      throw new CannotStartException("--find-limit needs a speed above 0: at 0 nothing is late");
    }
    if (!(speed >= 0) || Double.isInfinite(speed)) {
      throw new CannotStartException("--speed must be 0 or more, not " + speed);
    }
  }

  private void say(String line) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(line);
    err.flush();
  }

  /** Takes {@code exactly-once} for {@link Guarantee#EXACTLY_ONCE}. */
  static final class GuaranteeConverter implements ITypeConverter<Guarantee> {
    @Override
    public Guarantee convert(String text) {
      for (Guarantee guarantee : Guarantee.values()) {
        if (guarantee.toString().equals(text)) {
          return guarantee;
        }
      }
      throw new TypeConversionException(
          "'%s' is neither exactly-once nor at-least-once".formatted(text));
    }
  }
}

package io.temperline.standalone.demo;

import io.temperline.gateway.replay.RecordedCalls;
import io.temperline.speech.model.EmotionModel;
import io.temperline.standalone.BundledCalls;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.Count;
import io.temperline.standalone.DataFolder;
import io.temperline.standalone.DetailLog;
import io.temperline.streams.LiveModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: everything in one JVM, and recorded calls to hear. */
@Command(
    name = "demo",
    description =
        "Start Kafka, a schema registry, the streams application and the dashboard on this machine,"
            + " and replay recorded calls to them.")
public final class DemoCommand implements Callable<Integer> {

  private static final String PORT = "0 takes a free one. Default: ${DEFAULT-VALUE}.";

  @Spec private CommandSpec spec;

  @Option(
      names = "--calls",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "WAV or FLAC files, or folders of them, in place of the bundled calls. A stereo file is"
              + " caller and agent, X_caller and X_agent are one call, mono is the caller.")
  private List<Path> paths;

  @Option(names = "--model", paramLabel = "DIR", description = "Model to use, not the shipped one.")
  private Path model;

  @Option(
      names = "--once",
      description = "Stop when all calls have ended, and print a table of them.")
  private boolean once;

  @Option(
      names = "--json",
      description = "With --once: a JSON object a call on a line, in place of the table.")
  private boolean json;

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "1",
      description = "1 is life, 0 as fast as it goes. Default: ${DEFAULT-VALUE}.")
  private double speed;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep topics, schemas and a log in this folder. Default: a temporary one.")
  private Path data;

  @Option(names = "--http-port", paramLabel = "PORT", defaultValue = "8080", description = PORT)
  private int httpPort;

  @Option(names = "--kafka-port", paramLabel = "PORT", defaultValue = "9092", description = PORT)
  private int kafkaPort;

  @Option(names = "--registry-port", paramLabel = "PORT", defaultValue = "8081", description = PORT)
  private int registryPort;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Override
  public Integer call() throws InterruptedException {
    requireUsable();
    Ports ports = Ports.choose(httpPort, kafkaPort, registryPort);
    Supplier<EmotionModel> scorer = model();
    RecordedCalls recordings = RecordedCalls.find(paths == null ? BundledCalls.paths() : paths);
    if (recordings.passedOver() > 0) {
      say("Passed over %s, neither WAV nor FLAC.", Count.of(recordings.passedOver(), "file"));
    }
    StopHook hook = StopHook.install();
    try {
      startAndPlay(ports, scorer, recordings, hook);
    } catch (RuntimeException | Error e) {
      // Asked to stop in the middle of the start, parts of it fail; that is no news to the user.
      if (!hook.wasAsked()) {
        throw e;
      }
    } finally {
      hook.stopped();
    }
    return CommandLine.ExitCode.OK;
  }

  private void startAndPlay(
      Ports ports, Supplier<EmotionModel> scorer, RecordedCalls recordings, StopHook hook)
      throws InterruptedException {
    DataFolder folder = DataFolder.open(Optional.ofNullable(data));
    DetailLog.into(folder.path());
    say("Starting Kafka, the schema registry, the streams application and the dashboard.");
    try (Installation installation = Installation.start(folder, ports, scorer)) {
      say("Kafka: %s", installation.clients().get("bootstrap.servers"));
      say("Schema registry: %s", installation.clients().get("schema.registry.url"));
      say("Dashboard: %s", installation.dashboardAddress());
      Demo demo = new Demo(installation, speed, report());
      hook.stops(demo);
      play(demo, recordings);
    }
  }

  private void play(Demo demo, RecordedCalls recordings) throws InterruptedException {
    say("Playing %s.", Count.of(recordings.calls().size(), "call"));
    if (once) {
      demo.playOnce(recordings.calls());
    } else {
      say("Press Ctrl-C to stop.");
      demo.playOn(recordings.calls());
    }
  }

  /** An own model may be unusable, and is loaded before anything starts; ours beside the broker. */
  private Supplier<EmotionModel> model() {
    if (model == null) {
      return EmotionModel::shipped;
    }
    Properties settings = new Properties();
    settings.setProperty("temperline.model", model.toString());
    EmotionModel loaded = LiveModel.load(settings);
    return () -> loaded;
  }

  private void requireUsable() {
    if (json && !once) {
      throw new CannotStartException("--json reports calls when all have ended: add --once");
    }
    if (!(speed >= 0) || Double.isInfinite(speed)) {
      throw new CannotStartException("--speed must be 0 or more, not " + speed);
    }
  }

  private CallReport report() {
    PrintWriter out = spec.commandLine().getOut();
    return json ? new JsonReport(out) : new TableReport(out);
  }

  /** What goes on is told on standard error, so that standard output holds the report alone. */
  private void say(String format, Object... arguments) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf(format + "%n", arguments);
    err.flush();
  }
}

package io.temperline.standalone.bench;

import io.temperline.gateway.replay.RecordedCalls;
import io.temperline.standalone.BundledCalls;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.DataFolder;
import io.temperline.standalone.process.ChildJvm;
import io.temperline.standalone.process.TestBed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code soak}: whether the application is after hours as it was at the beginning. */
@Command(
    name = "soak",
    description =
        "Play calls at the speed of life for hours, new ones after the old, and print memory, lag"
            + " and latency over time. Starts what it needs, each part in a process of its own.")
public final class SoakCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--calls",
      paramLabel = "N",
      defaultValue = "100",
      description = "Two-channel calls at the same time. Default: ${DEFAULT-VALUE}.")
  private int calls;

  @Option(
      names = "--call-seconds",
      paramLabel = "S",
      defaultValue = "180",
      description = "Length of a call. Default: ${DEFAULT-VALUE}.")
  private int callSeconds;

  @Option(
      names = "--minutes",
      paramLabel = "M",
      defaultValue = "240",
      description = "How long it goes on, in whole calls. Default: ${DEFAULT-VALUE}.")
  private int minutes;

  @Option(
      names = "--every",
      paramLabel = "S",
      defaultValue = "60",
      description = "Seconds from a line to the next. Default: ${DEFAULT-VALUE}.")
  private int every;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      defaultValue = "512m",
      description = "The application's -Xmx. Default: ${DEFAULT-VALUE}.")
  private String heap;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Keep topics and logs there. Default: a folder that goes with the command.")
  private Path data;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Override
  public Integer call() throws InterruptedException, IOException {
    if (calls < 1 || callSeconds < 5 || minutes < 1 || every < 1) {
      throw new CannotStartException(
          "--calls, --minutes and --every must be 1 or more, --call-seconds 5 or more");
    }
    Conversations conversations =
        new Conversations(RecordedCalls.find(BundledCalls.paths()).calls());
    PrintWriter out = spec.commandLine().getOut();
    try (DataFolder folder = DataFolder.open(Optional.ofNullable(data)).goesWithTheProgram();
        TestBed bed = TestBed.start(folder.path(), 4)) {
      ChildJvm app = bed.startApp("app", List.of("-Xmx" + heap), Map.of());
      bed.awaitRunning(app);
      Soak soak = new Soak(bed, app, conversations, Duration.ofSeconds(every), out);
      boolean complete = soak.run(calls, callSeconds, Duration.ofMinutes(minutes));
      return complete ? 0 : 1;
    }
  }
}

package io.temperline.standalone.faults;

import io.temperline.gateway.replay.RecordedCalls;
import io.temperline.standalone.BundledCalls;
import io.temperline.standalone.DataFolder;
import io.temperline.standalone.bench.Conversations;
import io.temperline.standalone.process.TestBed;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every scenario takes, and how it is run and told of. */
final class ScenarioOptions {

  private static final int PARTITIONS = 4;

  /** A scenario on a broker with its registry, which writes to a folder. */
  interface OnABed {
    FaultReport run(
        TestBed bed, Path folder, Conversations conversations, Consumer<String> progress)
        throws InterruptedException, IOException;
  }

  /** A scenario that starts all that it needs. */
  interface InAFolder {
    FaultReport run(Path folder, Consumer<String> progress)
        throws InterruptedException, IOException;
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

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

  /**
   * @return the exit code
   */
  int runOnABed(OnABed scenario) throws InterruptedException, IOException {
    Conversations conversations =
        new Conversations(RecordedCalls.find(BundledCalls.paths()).calls());
    return runInAFolder(
        (folder, progress) -> {
          try (TestBed bed = TestBed.start(folder, PARTITIONS)) {
            return scenario.run(bed, folder, conversations, progress);
          }
        });
  }

  /**
   * @return the exit code
   */
  int runInAFolder(InAFolder scenario) throws InterruptedException, IOException {
    try (DataFolder folder = DataFolder.open(Optional.ofNullable(data)).goesWithTheProgram()) {
      return tell(scenario.run(folder.path(), this::say));
    }
  }

  private int tell(FaultReport report) {
    PrintWriter out = command.commandLine().getOut();
    out.println(json ? report.json() : report.text());
    out.flush();
    return report.allHold() ? 0 : 1;
  }

  private void say(String line) {
    PrintWriter err = command.commandLine().getErr();
    err.println(line);
    err.flush();
  }
}

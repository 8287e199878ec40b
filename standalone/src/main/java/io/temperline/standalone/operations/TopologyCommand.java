package io.temperline.standalone.operations;

import io.temperline.streams.TopologyPlan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code topology}: what the streams application is made of. */
@Command(
    name = "topology",
    description =
        "Print what the streams application is made of: what it reads, each processor with its"
            + " stores, what it writes. Asks no broker.")
public final class TopologyCommand implements Callable<Integer> {

  /** How a topology is written. */
  enum Format {
    TEXT(TopologyText::of),
    MERMAID(MermaidDiagram::of),
    DOT(DotDiagram::of);

    private final Function<TopologyPlan, String> writer;

    Format(Function<TopologyPlan, String> writer) {
      this.writer = writer;
    }
  }

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Properties of the streams application; without them it is as by default.")
  private Path file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, or a diagram: mermaid, dot (of Graphviz). Default: ${DEFAULT-VALUE}.")
  private Format format;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(format.writer.apply(TopologyPlan.of(ApplicationFile.read(file))));
    out.flush();
    return 0;
  }
}

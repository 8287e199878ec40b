package io.temperline.standalone.remote;

import io.temperline.standalone.CannotStartException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands share that ask Kafka for something or tell it something, and then end. */
public abstract class KafkaCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Override
  public final Integer call() throws IOException, InterruptedException {
    try {
      return run();
    } catch (KafkaException e) {
      throw new CannotStartException(
          MissingTopic.isBehind(e)
              ? e.getMessage() + MissingTopic.ADVICE
              : "Kafka or the schema registry refuses: " + reason(e),
          e);
    } finally {
      out().flush();
      err().flush();
    }
  }

  /** The exit code. */
  protected abstract int run() throws IOException, InterruptedException;

  protected final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  protected final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** Says in a line what was left out; the command goes on. */
  protected final void complain(String line) {
    err().println("temperline: " + line);
    err().flush();
  }

  /** Says how many records nobody can read, if there are such. */
  protected final void complainOfUnreadable(long records, String topic) {
    if (records > 0) {
      complain(
          "%s has %d records that cannot be read; they are passed over".formatted(topic, records));
    }
  }

  private static String reason(Throwable error) {
    Throwable innermost =
        Stream.iterate(error, cause -> cause != null, Throwable::getCause)
            .reduce((outer, inner) -> inner)
            .orElse(error);
    return String.valueOf(innermost.getMessage()).lines().findFirst().orElse(innermost.toString());
  }
}

package io.temperline.standalone.service;

import io.temperline.standalone.kafka.EmbeddedKafka;
import io.temperline.standalone.registry.EmbeddedRegistry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code broker}: a Kafka and a registry to develop and test against. */
@Command(
    name = "broker",
    description =
        "Run a single Kafka broker and a schema registry on the loopback interface, to develop"
            + " against.")
public final class BrokerCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Where topics and schemas are kept; made where it is missing.")
  private Path data;

  @Option(
      names = "--kafka-port",
      paramLabel = "PORT",
      defaultValue = "9092",
      description = "0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int kafkaPort;

  @Option(
      names = "--registry-port",
      paramLabel = "PORT",
      defaultValue = "8081",
      description = "0 takes a free one. Default: ${DEFAULT-VALUE}.")
  private int registryPort;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (EmbeddedKafka kafka = EmbeddedKafka.start(data.resolve("kafka"), kafkaPort);
        EmbeddedRegistry registry =
            EmbeddedRegistry.start(Optional.of(data.resolve("registry.jsonl")), registryPort)) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("Kafka: " + kafka.bootstrapServers());
      err.println("Schema registry: " + registry.url());
      err.flush();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(asked, stopped), "stop"));
      asked.await();
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  /** Lets the main thread stop everything in order, and the JVM wait for it. */
  private static void stop(CountDownLatch asked, CountDownLatch stopped) {
    asked.countDown();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

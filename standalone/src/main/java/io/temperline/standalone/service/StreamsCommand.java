package io.temperline.standalone.service;

import io.temperline.speech.model.EmotionModel;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.operations.TopicPlan;
import io.temperline.standalone.operations.TopicSetup;
import io.temperline.standalone.remote.KafkaCluster;
import io.temperline.standalone.remote.KafkaWatch;
import io.temperline.standalone.remote.Patience;
import io.temperline.standalone.remote.SchemaRegistry;
import io.temperline.streams.LiveModel;
import io.temperline.streams.PropertiesFile;
import io.temperline.streams.StreamsApp;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code streams}: the streams application beside a Kafka that is there. */
@Command(
    name = "streams",
    description =
        "Run the streams application beside your Kafka. Topics that are missing are made.")
public final class StreamsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description =
          "Properties: bootstrap.servers, schema.registry.url, more of Kafka's, and temperline.*.")
  private Path file;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Partitions of topics that are missing. Default: as the others have, else 4.")
  private Integer partitions;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Override
  public Integer call() throws InterruptedException {
    Properties properties = PropertiesFile.read(file);
    EmotionModel model = LiveModel.load(properties);
    TopicPlan topics = TopicPlan.of(properties);
    KafkaCluster kafka = new KafkaCluster(properties);
    Patience patience = new Patience();
    Admin admin = patience.until(kafka::connect);
    TopicSetup.Outcome made = createTopics(admin, topics);
    patience.until(new SchemaRegistry(properties)::requireAnswer);
    spec.commandLine()
        .getErr()
        .printf("Kafka: %s, %d partitions%n", bootstrapServers(properties), made.partitions());
    spec.commandLine().getErr().flush();
    new KafkaWatch(kafka, admin).start();
    StreamsApp.runUntilStopped(properties, model);
    return 0;
  }

  private TopicSetup.Outcome createTopics(Admin admin, TopicPlan topics)
      throws InterruptedException {
    try {
      return new TopicSetup(admin, topics)
          .createMissing(
              partitions == null ? OptionalInt.empty() : OptionalInt.of(partitions),
              Optional.empty());
    } catch (ExecutionException e) {
      throw new CannotStartException("the topics cannot be made: " + e.getCause().getMessage(), e);
    }
  }

  private static String bootstrapServers(Properties properties) {
    return properties.getProperty("bootstrap.servers");
  }
}

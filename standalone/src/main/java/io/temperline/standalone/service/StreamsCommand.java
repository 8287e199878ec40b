package io.temperline.standalone.service;

import io.temperline.schemas.TopicCreator;
import io.temperline.schemas.Topics;
import io.temperline.speech.model.EmotionModel;
import io.temperline.standalone.CannotStartException;
import io.temperline.streams.LiveModel;
import io.temperline.streams.PropertiesFile;
import io.temperline.streams.StreamsApp;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code streams}: the streams application beside a Kafka that is there. */
@Command(
    name = "streams",
    description =
        "Run the streams application beside your Kafka. Topics that are missing are made.")
public final class StreamsCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FILE",
      description =
          "Properties: bootstrap.servers, schema.registry.url, more of Kafka's, and temperline.*.")
  private Path file;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "4",
      description = "Partitions of topics that are missing. Default: ${DEFAULT-VALUE}.")
  private int partitions;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Override
  public Integer call() throws InterruptedException {
    Properties properties = PropertiesFile.read(file);
    EmotionModel model = LiveModel.load(properties);
    createTopics(properties);
    StreamsApp.runUntilStopped(properties, model);
    return 0;
  }

  private void createTopics(Properties properties) throws InterruptedException {
    Map<String, Object> config = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> config.put(key, properties.getProperty(key)));
    try (Admin admin = Admin.create(config)) {
      new TopicCreator(admin).createMissing(new Topics(config), partitions, Optional.empty());
    } catch (ExecutionException e) {
      throw new CannotStartException(
          "the topics cannot be made at %s: %s"
              .formatted(properties.getProperty("bootstrap.servers"), e.getCause().getMessage()),
          e);
    }
  }
}

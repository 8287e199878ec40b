package io.temperline.standalone.demo;

import io.temperline.dashboard.Dashboard;
import io.temperline.dashboard.DashboardConfig;
import io.temperline.schemas.TopicCreator;
import io.temperline.schemas.Topics;
import io.temperline.speech.model.EmotionModel;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.DataFolder;
import io.temperline.standalone.kafka.EmbeddedKafka;
import io.temperline.standalone.past.TopicBackTester;
import io.temperline.standalone.registry.EmbeddedRegistry;
import io.temperline.streams.StreamsApp;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All of Temperline in this JVM: broker, registry, topics, streams application and dashboard,
 * started in this order and stopped in the opposite one.
 */
final class Installation implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Installation.class);

  /** Each partition is a task, and each task commits on its own: few suit a small machine. */
  private static final int PARTITIONS = 4;

  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private final Map<String, String> clients;
  private final Topics topics;
  private final Dashboard dashboard;

  private Installation(DataFolder data, Ports ports, Supplier<EmotionModel> load)
      throws InterruptedException {
    try {
      started(data);
      CompletableFuture<EmotionModel> model = CompletableFuture.supplyAsync(load);
      EmbeddedKafka kafka = started(EmbeddedKafka.start(data.kafka(), ports.kafka()));
      EmbeddedRegistry registry =
          started(EmbeddedRegistry.start(data.registry(), ports.registry()));
      clients =
          Map.of(
              "bootstrap.servers", kafka.bootstrapServers(), "schema.registry.url", registry.url());
      topics = new Topics(clients);
      createTopics();
      started(result(model));
      started(new StreamsApp(streamsProperties(data), result(model))).start();
      dashboard = started(Dashboard.start(dashboardConfig(ports, result(model))));
    } catch (RuntimeException | Error | InterruptedException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts it all and returns when the dashboard answers.
   *
   * @param data is closed with the installation
   * @param model gives the model to score with, which is closed with the installation
   * @throws CannotStartException where the data folder cannot be used; nothing is left running then
   */
  static Installation start(DataFolder data, Ports ports, Supplier<EmotionModel> model)
      throws InterruptedException {
    return new Installation(data, ports, model);
  }

  private <T extends AutoCloseable> T started(T part) {
    running.push(part);
    return part;
  }

  private void createTopics() throws InterruptedException {
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(clients))) {
      new TopicCreator(admin).createMissing(topics, PARTITIONS, Optional.empty());
    } catch (ExecutionException e) {
      throw new CannotStartException(
          "the broker does not create the topics: " + e.getCause().getMessage(), e);
    }
  }

  private DashboardConfig dashboardConfig(Ports ports, EmotionModel model) {
    return DashboardConfig.onLoopback(ports.http(), clients)
        .withEmotions(model.manifest().labels())
        .with(new TopicBackTester(clients));
  }

  private static EmotionModel result(CompletableFuture<EmotionModel> model) {
    try {
      return model.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private Properties streamsProperties(DataFolder data) {
    Properties properties = new Properties();
    properties.putAll(clients);
    properties.setProperty("state.dir", data.streams().toString());
    // A demo that was killed must not keep the next one waiting for long.
    properties.setProperty("session.timeout.ms", "6000");
    // The recordings' callers were told, or are nobody: the bundled ones are synthetic voices.
    properties.setProperty("temperline.callers.are.informed", "true");
    return properties;
  }

  /** What Kafka clients and serializers need to take part. */
  Map<String, String> clients() {
    return clients;
  }

  Topics topics() {
    return topics;
  }

  String dashboardAddress() {
    return dashboard.uri().toString();
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      AutoCloseable part = running.pop();
      try {
        part.close();
      } catch (Exception e) {
        // The others still have to stop.
        LOG.warn("{} did not stop cleanly: {}", part.getClass().getSimpleName(), e.toString());
      }
    }
  }
}

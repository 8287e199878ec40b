package io.temperline.standalone.process;

import io.temperline.schemas.TopicCreator;
import io.temperline.schemas.Topics;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.LocalPort;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/**
 * A broker with its registry, and instances of the streams application, each in a process of its
 * own: what it costs is counted part by part, and each can be killed and started again.
 */
public final class TestBed implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  /** Where {@code broker --data} keeps them. */
  private static final String TOPICS = "kafka";

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Path folder;
  private final int kafkaPort;
  private final int registryPort;
  private final Map<String, String> clients;
  private final Topics topics;
  private final List<ChildJvm> apps = new ArrayList<>();
  private ChildJvm broker;

  private TestBed(Path folder) {
    this.folder = folder;
    kafkaPort = LocalPort.choose("The Kafka broker", 0);
    registryPort = LocalPort.choose("The schema registry", 0, kafkaPort);
    clients =
        Map.of(
            "bootstrap.servers",
            LocalPort.HOST + ":" + kafkaPort,
            "schema.registry.url",
            "http://" + LocalPort.HOST + ":" + registryPort);
    topics = new Topics(clients);
  }

  /**
   * Starts a broker and makes the topics; returns when both are there.
   *
   * @param folder for everything that the parts write
   * @param partitions of each topic
   * @throws CannotStartException where the folder was used before: calls would meet their namesakes
   */
  public static TestBed start(Path folder, int partitions) throws InterruptedException {
    if (partitions < 1) {
      throw new CannotStartException("topics need 1 partition or more, not " + partitions);
    }
    if (Files.exists(folder.resolve(TOPICS))) {
      throw new CannotStartException(
          "%s holds the topics of an earlier run: choose an empty folder".formatted(folder));
    }
    TestBed bed = new TestBed(folder);
    try {
      bed.startBroker();
      bed.createTopics(partitions);
      return bed;
    } catch (RuntimeException | InterruptedException e) {
      bed.close();
      throw e;
    }
  }

  /** Starts the broker and the registry, the first time or again, with all that they knew. */
  public void startBroker() throws InterruptedException {
    broker =
        ChildJvm.start(
            "broker",
            folder,
            List.of("-Xmx1g"),
            List.of(
                "broker",
                "--data",
                folder.toString(),
                "--kafka-port",
                Integer.toString(kafkaPort),
                "--registry-port",
                Integer.toString(registryPort)));
    await("broker", broker, this::brokerAnswers);
  }

  private boolean brokerAnswers() {
    try (Admin admin = admin()) {
      admin.describeCluster().nodes().get(1, TimeUnit.SECONDS);
      URI.create(clients.get("schema.registry.url") + "/subjects").toURL().openStream().close();
      return true;
    } catch (Exception e) { // whatever it is, it is not there yet
      return false;
    }
  }

  private void createTopics(int partitions) throws InterruptedException {
    try (Admin admin = admin()) {
      new TopicCreator(admin).createMissing(topics, partitions, Optional.empty());
    } catch (ExecutionException e) {
      throw new CannotStartException("the topics cannot be made: " + e.getCause(), e);
    }
  }

  /**
   * Starts an instance of the streams application; returns when its process runs, which may be
   * before it works: see {@link #awaitRunning}.
   *
   * @param name of the instance, and of its folder for state
   * @param jvmOptions for instance {@code -Xmx1g}
   * @param settings over those that it needs here
   */
  public ChildJvm startApp(String name, List<String> jvmOptions, Map<String, String> settings) {
    Properties properties = new Properties();
    properties.putAll(clients);
    properties.setProperty("state.dir", folder.resolve(name + "-state").toString());
    properties.setProperty("temperline.callers.are.informed", "true");
    properties.putAll(settings);
    Path file = folder.resolve(name + ".properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    } catch (IOException e) {
      throw new CannotStartException("%s cannot be written: %s".formatted(file, e), e);
    }
    ChildJvm app = ChildJvm.start(name, folder, jvmOptions, List.of("streams", file.toString()));
    apps.add(app);
    return app;
  }

  /** Returns when an instance says that it is running, its state restored. */
  public void awaitRunning(ChildJvm app) throws InterruptedException {
    await(app.name(), app, () -> stateOf(app).equals("RUNNING"));
  }

  /** Where an instance stands, by Kafka Streams' own word for it; empty where it does not say. */
  public static String stateOf(ChildJvm app) {
    try {
      return app.jmx().text("kafka.streams:type=stream-metrics,client-id=*", "state").orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  /** A condition that takes its time. */
  private interface Condition {
    boolean holds();
  }

  private static void await(String what, ChildJvm part, Condition condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST_START.toNanos();
    while (!condition.holds()) {
      part.requireAlive();
      if (System.nanoTime() > deadline) {
        throw new CannotStartException(
            "the %s is not ready after %d s (%s): look into its output"
                .formatted(what, LONGEST_START.toSeconds(), stateOf(part)));
      }
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
  }

  public ChildJvm broker() {
    return broker;
  }

  /** What Kafka clients and serializers need to take part. */
  public Map<String, String> clients() {
    return clients;
  }

  public Topics topics() {
    return topics;
  }

  public Admin admin() {
    return Admin.create(Map.<String, Object>copyOf(clients));
  }

  @Override
  public void close() {
    apps.forEach(ChildJvm::close);
    if (broker != null) {
      broker.kill();
    }
  }
}

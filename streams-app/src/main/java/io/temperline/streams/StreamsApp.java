package io.temperline.streams;

import io.temperline.schemas.Topics;
import io.temperline.speech.model.EmotionModel;
import io.temperline.streams.Settings.HostPort;
import io.temperline.streams.Settings.UnusableSettingException;
import io.temperline.streams.emotion.KafkaAudioProgress;
import io.temperline.streams.failure.Cause;
import io.temperline.streams.query.QueryServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsException;

/** The streams application: wires configuration, model and topology, and runs them. */
public final class StreamsApp implements AutoCloseable {

  private static final Duration LONGEST_STOP = Duration.ofSeconds(20);

  /**
   * Whoever stops in order leaves its group, a static member too: others take its calls over at
   * once, where they would else wait for its session to time out.
   */
  private static final CloseOptions STOP =
      CloseOptions.timeout(LONGEST_STOP)
          .withGroupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP);

  private final KafkaAudioProgress progress;
  private final KafkaStreams streams;
  private final RestartPolicy restarts;
  private final String rules;
  private final Optional<QueryServer> queries;

  /**
   * @param properties Kafka's and the serializers' settings by their own names, and Temperline's
   *     under {@code temperline.}
   * @param model stays the caller's to close, after this
   */
  public StreamsApp(Properties properties, EmotionModel model) {
    this(properties, model, new Topics(serdeConfig(properties)));
  }

  /**
   * @param topics that it reads and writes, in place of the usual ones
   * @see #StreamsApp(Properties, EmotionModel)
   */
  public StreamsApp(Properties properties, EmotionModel model, Topics topics) {
    TemperlineConfig temperline = TemperlineConfig.from(properties, model.manifest());
    StreamsConfig config = StreamsSettings.of(properties);
    rules = topics.rules().name();
    restarts = new RestartPolicy(properties.getProperty("schema.registry.url"));
    try {
      progress = KafkaAudioProgress.of(topics.audio(), config);
    } catch (KafkaException e) {
      throw doesNotStart(e);
    }
    try {
      streams =
          new KafkaStreams(
              TemperlineTopology.build(
                  topics, model.manifest(), model::newScorer, progress, temperline, config),
              config);
    } catch (KafkaException e) {
      progress.close();
      throw doesNotStart(e);
    }
    streams.setUncaughtExceptionHandler(restarts);
    queries = TemperlineConfig.queryListen(properties).map(address -> answerAt(address, config));
  }

  private static UnusableSettingException doesNotStart(KafkaException e) {
    return new UnusableSettingException("Kafka Streams does not start: " + Cause.of(e));
  }

  private QueryServer answerAt(HostPort address, StreamsConfig config) {
    try {
      return QueryServer.start(
          new InetSocketAddress(address.host(), address.port()),
          config.getString(StreamsConfig.APPLICATION_SERVER_CONFIG),
          streams);
    } catch (IOException e) {
      streams.close(Duration.ZERO);
      progress.close();
      throw new UnusableSettingException(
          "temperline.query.listen: nobody can listen at %s: %s"
              .formatted(address, e.getMessage()));
    }
  }

  /**
   * Reads the rules and begins to listen.
   *
   * @throws UnusableSettingException where the rules cannot be read
   */
  public void start() {
    try {
      streams.start();
    } catch (StreamsException e) { // what is read before the start is the rules
      throw new UnusableSettingException(
          "the rules cannot be read from %s: %s: there must be such a topic, and leave to read it"
              .formatted(rules, Cause.of(e)));
    }
  }

  /** Where the application stands, by Kafka Streams' own word for it. */
  public KafkaStreams.State state() {
    return streams.state();
  }

  @Override
  public void close() {
    restarts.close();
    queries.ifPresent(QueryServer::close);
    streams.close(STOP);
    progress.close();
  }

  private static Map<String, Object> serdeConfig(Properties properties) {
    Map<String, Object> config = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> config.put(key, properties.getProperty(key)));
    return config;
  }

  /**
   * Runs until it is stopped.
   *
   * @param args one: a properties file
   */
  public static void main(String[] args) {
    if (args.length != 1) {
      fail(
          "usage: StreamsApp FILE, a properties file with at least bootstrap.servers and"
              + " schema.registry.url");
    }
    try {
      Properties properties = PropertiesFile.read(Path.of(args[0]));
      runUntilStopped(properties, LiveModel.load(properties));
    } catch (RuntimeException e) {
      fail(e.getMessage());
    }
  }

  /**
   * Runs the application, and returns when the JVM is asked to stop.
   *
   * @param model is closed with it
   * @throws UnusableSettingException where a setting is unknown or its value unusable
   */
  public static void runUntilStopped(Properties properties, EmotionModel model) {
    CountDownLatch stopped = new CountDownLatch(1);
    StreamsApp app = new StreamsApp(properties, model);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  app.close();
                  model.close();
                  stopped.countDown();
                },
                "stop"));
    app.start();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void fail(String message) {
    System.err.println("temperline: " + message);
    System.exit(2);
  }
}

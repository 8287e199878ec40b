package io.temperline.streams;

import io.temperline.schemas.Topics;
import io.temperline.speech.model.EmotionModel;
import io.temperline.streams.Settings.HostPort;
import io.temperline.streams.Settings.UnusableSettingException;
import io.temperline.streams.emotion.KafkaAudioProgress;
import io.temperline.streams.failure.Cause;
import io.temperline.streams.failure.Handlers;
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
import java.util.function.UnaryOperator;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsException;

/** The streams application: wires configuration, model and topology, and runs them. */
public final class StreamsApp implements AutoCloseable {

  /** The application's id, and so its group's, where no other is given. */
  static final String NAME = "temperline";

  /**
   * All that a fetch brought is taken at once: in a backlog a call's events would else be heard
   * after the audio that they speak of. Frames come all the time, so a fetch waits for some instead
   * of going out for each few.
   */
  private static final Map<String, Object> CONSUMER_DEFAULTS =
      Map.of(
          "auto.offset.reset",
          "earliest",
          "max.poll.records",
          100_000,
          "fetch.min.bytes",
          64 * 1024,
          "fetch.max.wait.ms",
          20);

  /**
   * Most that is written is audio on its way to the changelogs. G.711 has silence that packs well,
   * and speech that only a code of its bytes makes smaller: of Kafka's ways zstd has one.
   */
  private static final Map<String, Object> PRODUCER_DEFAULTS =
      Map.of("compression.type", "zstd", "compression.zstd.level", 1);

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
    StreamsConfig config = config(properties);
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

  /**
   * The given settings over those that Temperline needs or that suit it.
   *
   * @throws UnusableSettingException where Kafka Streams takes a value not, or not with another
   */
  public static StreamsConfig config(Properties properties) {
    StreamsProtocol.requireFitting(properties);
    try {
      return new StreamsConfig(withDefaults(properties));
    } catch (ConfigException e) {
      throw new UnusableSettingException("Kafka's settings are unusable: " + e.getMessage());
    }
  }

  private static Map<String, Object> withDefaults(Properties properties) {
    Map<String, Object> config = new HashMap<>();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, NAME);
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 64L * 1024 * 1024);
    putUnlessSetForAll(properties, CONSUMER_DEFAULTS, StreamsConfig::consumerPrefix, config);
    putUnlessSetForAll(properties, PRODUCER_DEFAULTS, StreamsConfig::producerPrefix, config);
    // A killed process's calls wait until it is missed and its open transaction is given up.
    if (StreamsProtocol.isClassic(properties)) {
      config.put("session.timeout.ms", 10_000);
    }
    config.put("transaction.timeout.ms", 10_000);
    // What is no fault of a record stops the thread, which is replaced and tries again; what is too
    // large for ever goes to the dead letters.
    config.putAll(Handlers.settings());
    // The other instances send questions to where this one answers them.
    TemperlineConfig.queryListen(properties)
        .ifPresent(
            address -> config.put(StreamsConfig.APPLICATION_SERVER_CONFIG, address.toString()));
    properties.stringPropertyNames().stream()
        .filter(key -> !key.startsWith("temperline."))
        .forEach(key -> config.put(key, properties.getProperty(key)));
    return config;
  }

  /** Who sets one of these for all clients means these too. */
  private static void putUnlessSetForAll(
      Properties properties,
      Map<String, Object> defaults,
      UnaryOperator<String> prefixed,
      Map<String, Object> config) {
    defaults.forEach(
        (key, value) -> {
          if (!properties.containsKey(key)) {
            config.put(prefixed.apply(key), value);
          }
        });
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

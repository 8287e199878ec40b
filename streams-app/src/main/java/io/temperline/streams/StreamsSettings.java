package io.temperline.streams;

import io.temperline.streams.Settings.UnusableSettingException;
import io.temperline.streams.failure.Handlers;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

/** How Kafka Streams is set here, where nobody sets it otherwise. */
public final class StreamsSettings {

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

  private StreamsSettings() {}

  /**
   * The given settings over those that Temperline needs or that suit it.
   *
   * @throws UnusableSettingException where Kafka Streams takes a value not, or not with another
   */
  public static StreamsConfig of(Properties properties) {
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
    // Rules are written in transactions, whatever the application's own guarantee is.
    config.put(StreamsConfig.globalConsumerPrefix("isolation.level"), "read_committed");
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
}

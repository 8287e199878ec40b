package io.temperline.streams;

import io.temperline.streams.Settings.UnusableSettingException;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;

/**
 * With {@code group.protocol=streams} (KIP-1071) the broker shares out the work, and some settings
 * are the broker's instead. Kafka Streams would pass over them with at most a line in its own log.
 */
final class StreamsProtocol {

  /** The group's settings with the broker, by the name that they have here. */
  private static final List<String> SET_FOR_THE_GROUP =
      List.of("num.standby.replicas", "session.timeout.ms", "heartbeat.interval.ms");

  private static final List<String> OF_THE_CLASSIC_ASSIGNOR =
      List.of(
          "acceptable.recovery.lag",
          "max.warmup.replicas",
          "probing.rebalance.interval.ms",
          "rack.aware.assignment.tags",
          "rack.aware.assignment.strategy",
          "rack.aware.assignment.traffic_cost",
          "rack.aware.assignment.non_overlap_cost",
          "task.assignor.class");

  private StreamsProtocol() {}

  /**
   * @throws UnusableSettingException where the protocol is chosen and a setting means nothing with
   *     it
   */
  static void requireFitting(Properties properties) {
    if (!isClassic(properties)) {
      properties.stringPropertyNames().stream()
          .sorted()
          .forEach(key -> requireFitting(key, properties));
    }
  }

  /** Whether the members share out the work among themselves, as by default. */
  static boolean isClassic(Properties properties) {
    String protocol = properties.getProperty(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
    return !protocol.strip().equalsIgnoreCase("streams");
  }

  private static void requireFitting(String key, Properties properties) {
    String setting = key.replaceFirst("^(main\\.)?consumer\\.", "");
    if (setting.equals("group.instance.id")) {
      throw unusable(key, "it has no static membership: leave one of the two out");
    }
    if (SET_FOR_THE_GROUP.contains(setting)) {
      String group =
          properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG, StreamsSettings.NAME);
      throw unusable(
          key,
          "set it with the broker: kafka-configs.sh --alter --entity-type groups --entity-name %s"
                  .formatted(group)
              + " --add-config streams.%s=%s".formatted(setting, properties.getProperty(key)));
    }
    if (OF_THE_CLASSIC_ASSIGNOR.contains(setting)) {
      throw unusable(key, "the broker shares out the work: leave one of the two out");
    }
  }

  private static UnusableSettingException unusable(String key, String remedy) {
    return new UnusableSettingException(
        "%s means nothing with group.protocol=streams; %s".formatted(key, remedy));
  }
}

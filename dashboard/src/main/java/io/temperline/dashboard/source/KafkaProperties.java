package io.temperline.dashboard.source;

import io.micronaut.context.env.Environment;
import io.micronaut.core.naming.conventions.StringConvention;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Kafka's and Confluent's own properties under their own names, for clients and deserializers
 * alike.
 */
public record KafkaProperties(Map<String, Object> properties) {

  private static final String REGISTRY = "schema.registry";

  public KafkaProperties {
    properties = Map.copyOf(properties);
  }

  /**
   * Takes everything under {@code kafka.}, without that prefix, and, where that does not name it,
   * everything under {@code schema.registry.}.
   */
  static KafkaProperties of(Environment environment) {
    Map<String, Object> properties =
        new HashMap<>(environment.getProperties("kafka", StringConvention.RAW));
    environment
        .getProperties(REGISTRY, StringConvention.RAW)
        .forEach((name, value) -> properties.putIfAbsent(REGISTRY + "." + name, value));
    return new KafkaProperties(properties);
  }

  /** A client that asks about topics and groups; the caller closes it. */
  public Admin openAdmin() {
    Map<String, Object> config = new HashMap<>(properties);
    config.put(AdminClientConfig.CLIENT_ID_CONFIG, "temperline-dashboard-status");
    return Admin.create(config);
  }

  Consumer<String, byte[]> openConsumer() {
    Map<String, Object> config = new HashMap<>(properties);
    config.putIfAbsent(ConsumerConfig.CLIENT_ID_CONFIG, "temperline-dashboard");
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    // Under exactly-once, what an aborted transaction wrote never happened.
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    // Values are read by the listener, so that one which cannot be read is passed over alone.
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }
}

package io.temperline.standalone.erasure;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic from its beginning up to its end, again and again. Committed records alone. */
final class WatchedTopic implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final String name;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;

  WatchedTopic(String name, Properties properties) {
    this.name = name;
    Map<String, Object> config = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> config.put(key, properties.getProperty(key)));
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.keySet().removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, "group.protocol"));
    consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    partitions =
        consumer.partitionsFor(name).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  String name() {
    return name;
  }

  /** Whether there is such a topic. */
  boolean isThere() {
    return !partitions.isEmpty();
  }

  /** Reads on, up to where the topic ends now. */
  void readOn(BiConsumer<String, ConsumerRecord<String, byte[]>> taker) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      consumer.poll(POLL).forEach(record -> taker.accept(record.key(), record));
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}

package io.temperline.standalone.export;

import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Topic;
import io.temperline.schemas.Topics;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.remote.MissingTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads {@code temperline.history} without a group: whoever reads keeps the place. Committed
 * records alone are seen.
 */
public final class HistoryTopic implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);

  private final Topic<CallHistory> topic;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;

  /**
   * @param properties where Kafka and the registry are, with what their clients need besides
   * @throws CannotStartException where the topic is not there or may not be read
   */
  public HistoryTopic(Properties properties) {
    Map<String, Object> config = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> config.put(key, properties.getProperty(key)));
    topic = new Topics(config).history();
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.keySet().removeAll(List.of(ConsumerConfig.GROUP_ID_CONFIG, "group.protocol"));
    try {
      consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
      partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
    } catch (KafkaException e) {
      throw new CannotStartException(
          "%s cannot be read at %s: %s"
              .formatted(topic.name(), properties.getProperty("bootstrap.servers"), e.getMessage()),
          e);
    }
    if (partitions.isEmpty()) {
      throw new CannotStartException(
          "there is no topic %s at %s%s"
              .formatted(
                  topic.name(), properties.getProperty("bootstrap.servers"), MissingTopic.ADVICE));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  public String name() {
    return topic.name();
  }

  /** Where each partition stands, by its number: the next record's offset. */
  Map<Integer, Long> positions() {
    return partitions.stream()
        .collect(Collectors.toMap(TopicPartition::partition, consumer::position));
  }

  /** Where each partition begins. */
  Map<Integer, Long> beginnings() {
    return byNumber(consumer.beginningOffsets(partitions));
  }

  /** Where each partition ends now. */
  Map<Integer, Long> ends() {
    return byNumber(consumer.endOffsets(partitions));
  }

  private static Map<Integer, Long> byNumber(Map<TopicPartition, Long> offsets) {
    return offsets.entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().partition(), Map.Entry::getValue));
  }

  /** Goes on there; partitions that are not named stay where they are. */
  void seek(Map<Integer, Long> positions) {
    positions.forEach(
        (partition, offset) -> consumer.seek(new TopicPartition(topic.name(), partition), offset));
  }

  /** Goes to the first records of that time or later. */
  void seek(Instant since) {
    Map<TopicPartition, Long> times =
        partitions.stream()
            .collect(Collectors.toMap(partition -> partition, at -> since.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
    consumer.seekToEnd(partitions);
    found.forEach(
        (partition, at) -> {
          if (at != null) {
            consumer.seek(partition, at.offset());
          }
        });
  }

  /** Whether all up to there was read. */
  boolean hasReached(Map<Integer, Long> ends) {
    Map<Integer, Long> positions = positions();
    return ends.entrySet().stream().allMatch(end -> positions.get(end.getKey()) >= end.getValue());
  }

  /** What comes next, or nothing within a short while. */
  Collection<ConsumerRecord<String, byte[]>> poll() {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    consumer.poll(POLL).forEach(records::add);
    return records;
  }

  /** The record's value; null where the call was erased. */
  CallHistory value(ConsumerRecord<String, byte[]> record) {
    return topic.values().deserializer().deserialize(topic.name(), record.value());
  }

  @Override
  public void close() {
    consumer.close();
  }
}

package io.temperline.schemas;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads a topic up to where it ends now: what is committed, partition by partition in the order of
 * its records. Belongs to no consumer group and leaves nothing with the broker.
 */
public final class TopicScan {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

  /**
   * A record that was read.
   *
   * @param value null where the record deletes what was under its key
   */
  public record Entry<V>(String key, V value, Instant timestamp) {}

  /** Takes what is read. */
  @FunctionalInterface
  public interface Reader<V> {
    void take(Entry<V> entry);
  }

  private final Supplier<Consumer<String, byte[]>> consumers;

  /**
   * @param kafka Kafka's and Confluent's properties by their own keys
   */
  public TopicScan(Map<String, ?> kafka) {
    this(() -> consumer(kafka));
  }

  /**
   * @param consumers opens one of committed records, without a group; it is closed here
   */
  public TopicScan(Supplier<Consumer<String, byte[]>> consumers) {
    this.consumers = consumers;
  }

  /**
   * Reads the topic from its beginning.
   *
   * @return how many records were passed over as nobody can read them
   * @throws KafkaException where there is no such topic, or broker or registry do not answer
   */
  public <V> long read(Topic<V> topic, Reader<V> reader) {
    return read(topic, Optional.empty(), reader);
  }

  /**
   * @param since leaves out what was written before the first record of that time or later
   * @return how many records were passed over as nobody can read them
   * @throws KafkaException where there is no such topic, or broker or registry do not answer
   */
  public <V> long read(Topic<V> topic, Optional<Instant> since, Reader<V> reader) {
    try (Consumer<String, byte[]> consumer = consumers.get()) {
      List<TopicPartition> partitions = partitions(consumer, topic.name());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ANSWER_WITHIN);
      since.ifPresent(time -> seek(consumer, time, ends));
      return read(consumer, ends, topic, reader);
    }
  }

  private static Consumer<String, byte[]> consumer(Map<String, ?> kafka) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.remove(ConsumerConfig.GROUP_ID_CONFIG);
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
    List<PartitionInfo> partitions = consumer.partitionsFor(topic, ANSWER_WITHIN);
    if (partitions == null || partitions.isEmpty()) {
      throw new UnknownTopicOrPartitionException("there is no topic " + topic);
    }
    return partitions.stream().map(info -> new TopicPartition(topic, info.partition())).toList();
  }

  private static void seek(Consumer<?, ?> consumer, Instant since, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, OffsetAndTimestamp> starts =
        consumer.offsetsForTimes(
            ends.keySet().stream().collect(Collectors.toMap(p -> p, p -> since.toEpochMilli())),
            ANSWER_WITHIN);
    ends.forEach(
        (partition, end) -> {
          OffsetAndTimestamp start = starts.get(partition);
          consumer.seek(partition, start == null ? end : start.offset());
        });
  }

  private static <V> long read(
      Consumer<String, byte[]> consumer,
      Map<TopicPartition, Long> ends,
      Topic<V> topic,
      Reader<V> reader) {
    long unreadable = 0;
    long lastNews = System.nanoTime();
    while (!reached(consumer, ends)) {
      ConsumerRecords<String, byte[]> batch = consumer.poll(POLL);
      for (ConsumerRecord<String, byte[]> record : batch) {
        if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
          Optional<Entry<V>> entry = entry(topic, record);
          entry.ifPresent(reader::take);
          unreadable += entry.isPresent() ? 0 : 1;
        }
      }
      lastNews = batch.isEmpty() ? lastNews : System.nanoTime();
      if (System.nanoTime() - lastNews > ANSWER_WITHIN.toNanos()) {
        throw new TimeoutException("nothing more comes of topic " + topic.name());
      }
    }
    return unreadable;
  }

  private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey(), ANSWER_WITHIN) >= end.getValue());
  }

  private static <V> Optional<Entry<V>> entry(
      Topic<V> topic, ConsumerRecord<String, byte[]> record) {
    try {
      V value = topic.values().deserializer().deserialize(topic.name(), record.value());
      return Optional.of(
          new Entry<>(record.key(), value, Instant.ofEpochMilli(record.timestamp())));
    } catch (SerializationException e) {
      if (registryIsAway(e)) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static boolean registryIsAway(SerializationException error) {
    return Stream.iterate((Throwable) error, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof RestClientException refusal
                    ? refusal.getStatus() >= 500
                    : cause instanceof IOException);
  }
}

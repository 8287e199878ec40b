package io.temperline.standalone.demo;

import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the history topic as a CRM would: committed records, the last of each call. */
final class HistoryWatch implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<String, CallHistory> consumer;
  private final Map<String, CallHistory> latest = new HashMap<>();

  HistoryWatch(Topic<CallHistory> topic, Map<String, String> clients) {
    Map<String, Object> config = new HashMap<>(clients);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    consumer = new KafkaConsumer<>(config, new StringDeserializer(), topic.values().deserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** The ids of all calls that the topic knows already. */
  Set<String> knownCalls() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
      read();
    }
    return new HashSet<>(latest.keySet());
  }

  /**
   * Reads what has come since, waiting for a short while.
   *
   * @return whether anything came
   */
  boolean read() {
    var records = consumer.poll(POLL);
    records.forEach(record -> latest.put(record.key(), record.value()));
    return !records.isEmpty();
  }

  boolean areComplete(Collection<String> callIds) {
    return callIds.stream().allMatch(this::isComplete);
  }

  boolean isComplete(String callId) {
    CallHistory history = latest.get(callId);
    return history != null && history.getComplete();
  }

  /** The last record of a call that was seen. */
  CallHistory of(String callId) {
    return latest.get(callId);
  }

  @Override
  public void close() {
    consumer.close();
  }
}

package io.temperline.standalone.demo;

import io.temperline.schemas.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads whole topics as any other reader would: committed records alone. */
final class TopicReader {

  private final Map<String, String> clients;

  TopicReader(Map<String, String> clients) {
    this.clients = clients;
  }

  <V> List<ConsumerRecord<String, V>> records(Topic<V> topic) {
    Map<String, Object> config = new HashMap<>(clients);
    config.put("isolation.level", "read_committed");
    List<ConsumerRecord<String, V>> records = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(config, topic.keys().deserializer(), topic.values().deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  <V> Map<String, List<V>> byCall(Topic<V> topic) {
    return records(topic).stream()
        .collect(
            Collectors.groupingBy(
                ConsumerRecord::key,
                Collectors.mapping(ConsumerRecord::value, Collectors.toList())));
  }
}

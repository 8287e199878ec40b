package io.temperline.dashboard.archive;

import io.temperline.dashboard.floor.CallDetail;
import io.temperline.dashboard.source.Consumers;
import io.temperline.dashboard.source.TopicReader;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads a call of the archive again, whole, from where its history lies. */
public final class PastCalls {

  private static final Duration WITHIN = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Archive archive;
  private final Consumers consumers;
  private final Topic<CallHistory> topic;
  private final TopicReader<CallHistory> reader;
  private final Clock clock;

  PastCalls(Archive archive, Consumers consumers, Topic<CallHistory> topic, Clock clock) {
    this.archive = archive;
    this.consumers = consumers;
    this.topic = topic;
    this.reader = new TopicReader<>(topic);
    this.clock = clock;
  }

  /**
   * The call as its history tells it; empty where the archive does not have it. Waits for Kafka, at
   * most five seconds.
   *
   * @throws org.apache.kafka.common.KafkaException where Kafka cannot be read
   */
  public Optional<CallDetail> detail(String id) {
    return archive.place(id).flatMap(place -> read(id, place)).map(CallDetail::of);
  }

  private Optional<CallHistory> read(String id, Filed.Place place) {
    TopicPartition partition = new TopicPartition(topic.name(), place.partition());
    try (Consumer<String, byte[]> consumer = consumers.open()) {
      consumer.assign(List.of(partition));
      consumer.seek(partition, place.offset());
      Instant until = clock.instant().plus(WITHIN);
      while (clock.instant().isBefore(until)) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          // Where the log was compacted meanwhile, the call's latest record comes later on.
          return id.equals(record.key())
              ? Optional.ofNullable(record.value()).map(reader::read)
              : Optional.empty();
        }
      }
      return Optional.empty();
    }
  }
}

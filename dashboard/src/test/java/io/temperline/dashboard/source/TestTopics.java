package io.temperline.dashboard.source;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.Topic;
import io.temperline.schemas.Topics;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * The topics without a broker: records are written with the real serializers and a registry in
 * memory, and read through Kafka's own mock consumer. One partition each.
 */
@Singleton
@Replaces(Consumers.class)
@Requires(property = TestTopics.PROPERTY)
public final class TestTopics implements Consumers {

  public static final String PROPERTY = "test.topics";
  public static final String AWAY = "test.topics-away";
  public static final String REGISTRY = "mock://dashboard";

  private final Topics topics = new Topics(Map.of("schema.registry.url", REGISTRY));
  private final Map<String, List<ConsumerRecord<String, byte[]>>> log = new ConcurrentHashMap<>();
  private volatile boolean away;

  public TestTopics() {
    this(false);
  }

  /**
   * @param away whether nobody answers before {@link #comeBack()}, so that what is written until
   *     then was there before the start
   */
  @Inject
  TestTopics(@Property(name = AWAY, defaultValue = "false") boolean away) {
    this.away = away;
  }

  public void write(CallEvent event) {
    write(topics.calls(), event.getCallId(), event, event.getEffectiveAt().toEpochMilli());
  }

  public void write(EmotionEvent event) {
    write(topics.emotions(), event.getCallId(), event, event.getEndsAt().toEpochMilli());
  }

  public void write(Escalation step) {
    write(topics.escalations(), step.getCallId(), step, step.getAt().toEpochMilli());
  }

  public void write(CallHistory history) {
    write(topics.history(), history.getCallId(), history, history.getUpdatedAt().toEpochMilli());
  }

  /** The tombstone of an erased call. */
  public void erase(String callId) {
    append(topics.history().name(), callId, null, System.currentTimeMillis());
  }

  /** A record that is no Avro at all. */
  public void writeGarbage(long timestamp) {
    append(topics.emotions().name(), "garbage", new byte[] {1, 2, 3}, timestamp);
  }

  /** From now on nobody answers, until {@link #comeBack()}. */
  public void goAway() {
    away = true;
  }

  public void comeBack() {
    away = false;
  }

  @Override
  public Consumer<String, byte[]> open() {
    return new Reader();
  }

  private <V> void write(Topic<V> topic, String key, V value, long timestamp) {
    append(
        topic.name(), key, topic.values().serializer().serialize(topic.name(), value), timestamp);
  }

  private void append(String topic, String key, byte[] value, long timestamp) {
    List<ConsumerRecord<String, byte[]>> written = written(topic);
    synchronized (written) {
      ConsumerRecord<String, byte[]> record =
          new ConsumerRecord<>(
              topic,
              0,
              written.size(),
              timestamp,
              TimestampType.CREATE_TIME,
              0,
              value == null ? -1 : value.length,
              key,
              value,
              new RecordHeaders(),
              Optional.empty());
      written.add(record);
    }
  }

  private List<ConsumerRecord<String, byte[]>> written(String topic) {
    return log.computeIfAbsent(topic, unknown -> Collections.synchronizedList(new ArrayList<>()));
  }

  /** What was written from an offset on, which is a record's place in the list. */
  private List<ConsumerRecord<String, byte[]>> writtenFrom(String topic, long offset) {
    List<ConsumerRecord<String, byte[]>> all = written(topic);
    synchronized (all) {
      return List.copyOf(all.subList((int) Math.min(offset, all.size()), all.size()));
    }
  }

  private void answerOrThrow() {
    if (away) {
      throw new TimeoutException("nobody is there");
    }
  }

  /** A mock consumer that knows the log; Kafka's own lacks the look-up by time. */
  private final class Reader extends MockConsumer<String, byte[]> {

    private final Map<TopicPartition, Long> taken = new HashMap<>();

    Reader() {
      super("earliest");
    }

    @Override
    public synchronized List<PartitionInfo> partitionsFor(String topic, Duration timeout) {
      answerOrThrow();
      return List.of(new PartitionInfo(topic, 0, Node.noNode(), new Node[0], new Node[0]));
    }

    @Override
    public synchronized void assign(Collection<TopicPartition> partitions) {
      super.assign(partitions);
      updateBeginningOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> 0L)));
    }

    @Override
    public synchronized Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> of) {
      answerOrThrow();
      return of.stream().collect(Collectors.toMap(p -> p, p -> (long) written(p.topic()).size()));
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
        Map<TopicPartition, Long> times) {
      Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
      times.forEach(
          (partition, time) ->
              writtenFrom(partition.topic(), 0).stream()
                  .filter(record -> record.timestamp() >= time)
                  .findFirst()
                  .ifPresent(
                      record ->
                          found.put(
                              partition,
                              new OffsetAndTimestamp(record.offset(), record.timestamp()))));
      return found;
    }

    @Override
    public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
      answerOrThrow();
      assignment().forEach(this::take);
      ConsumerRecords<String, byte[]> batch = super.poll(timeout);
      if (batch.isEmpty()) {
        // The mock returns at once; a reader of it would spin.
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      }
      return batch;
    }

    private void take(TopicPartition partition) {
      long from = taken.getOrDefault(partition, position(partition));
      for (ConsumerRecord<String, byte[]> record : writtenFrom(partition.topic(), from)) {
        addRecord(record);
        taken.put(partition, record.offset() + 1);
      }
    }
  }
}

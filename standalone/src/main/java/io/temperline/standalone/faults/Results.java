package io.temperline.standalone.faults;

import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Topic;
import io.temperline.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Follows what the application writes as any reader would, committed records alone, from now on.
 */
final class Results implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  /** Takes an event as it is read. */
  interface Listener {
    /**
     * @param receivedMs when it was read, ms since the epoch
     */
    void heard(EmotionEvent event, long receivedMs);
  }

  private final Topics topics;
  private final Listener listener;
  private final Consumer<String, byte[]> consumer;
  private final Map<String, CallResult> byCall = new HashMap<>();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Thread thread = new Thread(this::run, "results");
  private Map<TopicPartition, Long> positions = Map.of();
  private long deadLetters;
  private long lastNewsNanos;

  Results(Map<String, String> clients, Listener listener) {
    topics = new Topics(clients);
    this.listener = listener;
    consumer = consumer(clients);
    List<TopicPartition> partitions = partitions(consumer);
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position); // or the end would be looked up at the first poll
    thread.start();
  }

  private static Consumer<String, byte[]> consumer(Map<String, String> clients) {
    Map<String, Object> config = new HashMap<>(clients);
    config.put("isolation.level", "read_committed");
    return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
    List<Topic<?>> followed =
        List.of(
            topics.emotions(),
            topics.escalations(),
            topics.history(),
            topics.calls(),
            topics.deadLetters());
    List<TopicPartition> partitions = new ArrayList<>();
    for (Topic<?> topic : followed) {
      consumer
          .partitionsFor(topic.name())
          .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
    }
    return partitions;
  }

  private void run() {
    while (!stopped.get()) {
      var records = consumer.poll(POLL);
      long now = System.currentTimeMillis();
      synchronized (this) {
        records.forEach(record -> take(record, now));
        positions = new HashMap<>();
        consumer.assignment().forEach(p -> positions.put(p, consumer.position(p)));
      }
    }
    consumer.close();
  }

  private void take(ConsumerRecord<String, byte[]> record, long now) {
    lastNewsNanos = System.nanoTime();
    String topic = record.topic();
    if (topic.equals(topics.deadLetters().name())) {
      deadLetters++;
      return;
    }
    CallResult call = byCall.computeIfAbsent(record.key(), id -> new CallResult());
    if (topic.equals(topics.emotions().name())) {
      EmotionEvent event = read(topics.emotions(), record);
      call.emotions().add(event);
      listener.heard(event, now);
    } else if (topic.equals(topics.escalations().name())) {
      call.escalations().add(read(topics.escalations(), record));
    } else if (topic.equals(topics.history().name())) {
      CallHistory history = read(topics.history(), record);
      if (history.getComplete()) {
        call.histories().add(history);
      }
    } else {
      CallEvent event = read(topics.calls(), record);
      if (event.getType() == CallEventType.ENDED && event.getInferred()) {
        call.inferredEnds().add(event);
      }
    }
  }

  /** A reader that meets a schema for the first time waits for the registry, if it must. */
  private <V> V read(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
    while (true) {
      try {
        return topic.values().deserializer().deserialize(record.topic(), record.value());
      } catch (SerializationException e) {
        if (stopped.get()) {
          throw e;
        }
        LockSupport.parkNanos(POLL.toNanos());
      }
    }
  }

  /** What was said of a call so far. */
  synchronized CallResult of(String callId) {
    return byCall.getOrDefault(callId, new CallResult());
  }

  /** Records that the application could not read. */
  synchronized long deadLetters() {
    return deadLetters;
  }

  /**
   * Waits until each call has a complete history and all is read that was committed by then, or
   * nothing has come for a while.
   *
   * @return whether all histories are complete
   */
  boolean await(List<String> callIds, Duration patience) throws InterruptedException {
    long beganNanos = System.nanoTime();
    while (!areComplete(callIds)) {
      Thread.sleep(POLL.toMillis());
      if (System.nanoTime() - Math.max(beganNanos, lastNews()) > patience.toNanos()) {
        return false;
      }
    }
    return true;
  }

  private synchronized boolean areComplete(List<String> callIds) {
    return callIds.stream().allMatch(callId -> of(callId).isComplete());
  }

  private synchronized long lastNews() {
    return lastNewsNanos;
  }

  /** Returns when all is read that is committed now. */
  void catchUp(Map<String, String> clients) throws InterruptedException {
    try (Consumer<String, byte[]> other = consumer(clients)) {
      Map<TopicPartition, Long> ends = other.endOffsets(partitions(other));
      while (!haveReached(ends)) {
        if (!thread.isAlive()) {
          throw new IllegalStateException("what the application writes can no longer be followed");
        }
        Thread.sleep(POLL.toMillis());
      }
    }
  }

  private synchronized boolean haveReached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> positions.getOrDefault(end.getKey(), -1L) >= end.getValue());
  }

  @Override
  public void close() {
    stopped.set(true);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

package io.temperline.dashboard.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes records from the topic to the courier. While a record waits, its partitions are paused and
 * the consumer is polled all the same, so that its group does not take it for dead. What is settled
 * is committed at once: a crash repeats one delivery at most.
 */
final class Round implements ConsumerRebalanceListener {

  private static final Logger log = LoggerFactory.getLogger(Round.class);

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final Consumer<byte[], byte[]> consumer;
  private final Courier courier;
  private final boolean fromTheBeginning;
  private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
  private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
  private Duration patience = POLL;

  /**
   * @param fromTheBeginning where a group begins that has not read a partition before: at its first
   *     record, or after its last
   */
  Round(Consumer<byte[], byte[]> consumer, Courier courier, boolean fromTheBeginning) {
    this.consumer = consumer;
    this.courier = courier;
    this.fromTheBeginning = fromTheBeginning;
  }

  void begin(String topic) {
    consumer.subscribe(List.of(topic), this);
  }

  /** Takes in what is new, and goes on with the first record that waits. */
  void step() throws InterruptedException {
    consumer.poll(patience).forEach(waiting::add);
    Courier.Outcome outcome = waiting.isEmpty() ? Courier.Outcome.LATER : bringFirst();
    patience = outcome == Courier.Outcome.LATER ? POLL : Duration.ZERO;
    if (waiting.isEmpty() || outcome == Courier.Outcome.SETTLED) {
      commit();
    }
    if (waiting.isEmpty()) {
      consumer.resume(consumer.assignment());
    } else {
      consumer.pause(consumer.assignment());
    }
  }

  private Courier.Outcome bringFirst() throws InterruptedException {
    ConsumerRecord<byte[], byte[]> record = waiting.peek();
    Courier.Outcome outcome = courier.bring(record);
    if (outcome != Courier.Outcome.LATER) {
      waiting.remove();
      done.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1));
    }
    return outcome;
  }

  private void commit() {
    if (done.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(Map.copyOf(done), ANSWER_WITHIN);
      done.clear();
    } catch (CommitFailedException e) {
      log.warn("Another dashboard has taken over partitions; some alerts may be told twice");
      done.clear();
    } catch (RebalanceInProgressException | TimeoutException e) {
      log.debug("Committed with the next record", e);
    }
  }

  /** A group that is new to a partition notes its place at once, before anything can happen. */
  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> known =
        consumer.committed(new HashSet<>(partitions), ANSWER_WITHIN);
    List<TopicPartition> unknown = partitions.stream().filter(p -> known.get(p) == null).toList();
    if (unknown.isEmpty()) {
      return;
    }
    if (fromTheBeginning) {
      consumer.seekToBeginning(unknown);
    } else {
      consumer.seekToEnd(unknown);
    }
    for (TopicPartition partition : unknown) {
      done.put(partition, new OffsetAndMetadata(consumer.position(partition, ANSWER_WITHIN)));
    }
    commit();
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    commit();
    forget(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    forget(partitions);
  }

  private void forget(Collection<TopicPartition> partitions) {
    waiting.removeIf(
        record -> partitions.contains(new TopicPartition(record.topic(), record.partition())));
    partitions.forEach(done::remove);
  }
}

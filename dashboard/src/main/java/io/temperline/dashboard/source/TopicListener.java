package io.temperline.dashboard.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads topics on a thread of its own and does nothing else: what a record means is up to its
 * {@link Records}. Every dashboard reads all partitions, without a group. Where Kafka or the
 * registry is away, at the start or later, it says so and tries again until it is closed.
 */
public final class TopicListener implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final Consumers consumers;
  private final Records records;
  private final SourceMonitor monitor;
  private final SourceSettings settings;
  private final Clock clock;
  private final Positions positions = new Positions();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  /**
   * @param name of the thread, for logs
   */
  public TopicListener(
      String name,
      Consumers consumers,
      Records records,
      SourceMonitor monitor,
      SourceSettings settings,
      Clock clock) {
    this.consumers = consumers;
    this.records = records;
    this.monitor = monitor;
    this.settings = settings;
    this.clock = clock;
    this.thread = new Thread(this::readUntilClosed, name);
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** Stops reading and waits until the thread has let go of its consumer. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(ANSWER_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readUntilClosed() {
    while (isOpen()) {
      try (Consumer<String, byte[]> consumer = consumers.open()) {
        read(consumer);
      } catch (SourceAwayException e) {
        monitor.away(e.getMessage());
      } catch (TimeoutException e) {
        monitor.away("Kafka does not answer");
      } catch (KafkaException e) {
        monitor.away("Kafka cannot be read: " + e.getMessage());
      }
      pause();
    }
  }

  private void read(Consumer<String, byte[]> consumer) {
    consumer.assign(records.topics().stream().flatMap(t -> partitions(consumer, t)).toList());
    Instant started = clock.instant();
    positions.restore(consumer, partition -> started.minus(records.lookBack(partition.topic())));
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    boolean live = false;
    Instant answered = started;
    while (isOpen()) {
      ConsumerRecords<String, byte[]> batch = consumer.poll(POLL);
      for (ConsumerRecord<String, byte[]> record : batch) {
        records.apply(record, live ? clock.instant() : noLaterThanNow(record));
        positions.passed(record);
      }
      records.tidy();
      live = live || reached(consumer, ends);
      if (live) {
        monitor.live();
      } else if (!batch.isEmpty()) {
        monitor.catchingUp();
      }
      answered = batch.isEmpty() ? probed(consumer, answered) : clock.instant();
    }
  }

  private Stream<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
    List<PartitionInfo> partitions = consumer.partitionsFor(topic, ANSWER_WITHIN);
    if (partitions == null || partitions.isEmpty()) {
      throw new SourceAwayException("There is no topic " + topic + " yet");
    }
    return partitions.stream().map(info -> new TopicPartition(topic, info.partition()));
  }

  private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  /** What was written before the start is as old as it says, but never of the future. */
  private Instant noLaterThanNow(ConsumerRecord<?, ?> record) {
    return Instant.ofEpochMilli(Math.min(record.timestamp(), clock.millis()));
  }

  /** Polling alone does not tell a quiet Kafka from one that is away: ask it something. */
  private Instant probed(Consumer<?, ?> consumer, Instant answered) {
    Instant now = clock.instant();
    if (now.isBefore(answered.plus(settings.probeAfter()))) {
      return answered;
    }
    consumer.endOffsets(consumer.assignment(), ANSWER_WITHIN);
    return now;
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void pause() {
    try {
      closing.await(settings.retryAfter().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing.countDown(); // nobody else has this thread: somebody wants it to end
    }
  }
}

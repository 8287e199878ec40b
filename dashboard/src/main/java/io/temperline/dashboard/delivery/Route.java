package io.temperline.dashboard.delivery;

import io.temperline.dashboard.source.SourceAwayException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from the topic to one target, on a thread of its own. Where Kafka is away, at the start
 * or later, it says so once and tries again until it is closed.
 */
final class Route implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Route.class);

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  /** An attempt that is under way may end, so that it need not be made again. */
  private static final Duration END_WITHIN = Duration.ofSeconds(15);

  private final String target;
  private final String topic;
  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final Courier courier;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private boolean topicIsNew;
  private String trouble = "";

  /**
   * @param consumers opens a consumer in the target's group
   */
  Route(
      String target, String topic, Supplier<Consumer<byte[], byte[]>> consumers, Courier courier) {
    this.target = target;
    this.topic = topic;
    this.consumers = consumers;
    this.courier = courier;
    thread = new Thread(this::goUntilClosed, "delivery-" + target);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void goUntilClosed() {
    while (isOpen()) {
      try (Consumer<byte[], byte[]> consumer = consumers.get()) {
        go(consumer);
      } catch (SourceAwayException e) {
        say(e.getMessage());
      } catch (TimeoutException e) {
        say("Kafka does not answer");
      } catch (KafkaException e) {
        say("Kafka cannot be read: " + e.getMessage());
      } catch (InterruptedException e) {
        closing.countDown(); // nobody else has this thread: somebody wants it to end
      } catch (RuntimeException e) {
        log.error("{}: unexpected failure; starting anew", target, e);
      }
      pause();
    }
  }

  private void go(Consumer<byte[], byte[]> consumer) throws InterruptedException {
    requireTopic(consumer);
    Round round = new Round(consumer, courier, topicIsNew);
    round.begin(topic);
    while (isOpen()) {
      round.step();
      trouble = "";
    }
  }

  /** Everything in a topic that was not there when we looked is news. */
  private void requireTopic(Consumer<?, ?> consumer) {
    if (partitions(consumer).isEmpty()) {
      topicIsNew = true;
      throw new SourceAwayException("There is no topic " + topic + " yet");
    }
  }

  private List<PartitionInfo> partitions(Consumer<?, ?> consumer) {
    try {
      List<PartitionInfo> partitions = consumer.partitionsFor(topic, ANSWER_WITHIN);
      return partitions == null ? List.of() : partitions;
    } catch (UnknownTopicOrPartitionException e) {
      return List.of();
    }
  }

  private void say(String what) {
    if (!trouble.equals(what)) {
      log.warn("{}: {}; trying again", target, what);
    }
    trouble = what;
  }

  private boolean isOpen() {
    return closing.getCount() > 0;
  }

  private void pause() {
    try {
      closing.await(RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing.countDown();
    }
  }

  /** Asks it to end, without waiting for that. */
  void stop() {
    closing.countDown();
  }

  /** Ends it after the attempt that is under way. */
  @Override
  public void close() {
    stop();
    try {
      thread.join(END_WITHIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

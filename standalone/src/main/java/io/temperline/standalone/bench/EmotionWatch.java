package io.temperline.standalone.bench;

import io.temperline.schemas.Channel;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Topic;
import io.temperline.schemas.WindowStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the emotions topic as any consumer would, committed records alone, and counts. */
public final class EmotionWatch implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  /** What one looks at an event for, beside counting it. */
  public interface Listener {
    /**
     * @param receivedMs when it was read, ms since the epoch
     */
    void heard(EmotionEvent event, long receivedMs);
  }

  private final KafkaConsumer<String, EmotionEvent> consumer;
  private final String prefix;
  private final Listener listener;
  private final Map<String, BitSet> windowsByCall = new HashMap<>();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Thread thread = new Thread(this::run, "emotion-watch");
  private long seen;
  private long duplicated;
  private long scored;
  private long lastMs;

  /**
   * Starts to read what comes from now on.
   *
   * @param prefix of the ids of the calls that count
   */
  public EmotionWatch(
      Topic<EmotionEvent> topic, Map<String, String> clients, String prefix, Listener listener) {
    this.prefix = prefix;
    this.listener = listener;
    Map<String, Object> config = new HashMap<>(clients);
    config.put("isolation.level", "read_committed");
    consumer = new KafkaConsumer<>(config, new StringDeserializer(), topic.values().deserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position); // or the end would be looked up at the first poll
    thread.start();
  }

  private void run() {
    while (!stopped.get()) {
      var records = consumer.poll(POLL);
      long now = System.currentTimeMillis();
      records.forEach(record -> take(record.value(), now));
    }
    consumer.close();
  }

  private synchronized void take(EmotionEvent event, long now) {
    if (!event.getCallId().startsWith(prefix) || event.getChannel() != Channel.CALLER) {
      return;
    }
    BitSet windows = windowsByCall.computeIfAbsent(event.getCallId(), id -> new BitSet());
    int window = Math.toIntExact(event.getWindow());
    if (windows.get(window)) {
      duplicated++;
      return;
    }
    windows.set(window);
    seen++;
    scored += event.getStatus() == WindowStatus.SCORED ? 1 : 0;
    lastMs = now;
    listener.heard(event, now);
  }

  /** Windows of which an event was seen. */
  public synchronized long seen() {
    return seen;
  }

  /**
   * The windows that no event was seen of, a line for each call that lacks any.
   *
   * @param expected windows by call
   */
  public synchronized List<String> missing(Map<String, Long> expected) {
    List<String> missing = new ArrayList<>();
    new TreeMap<>(expected)
        .forEach(
            (call, windows) -> {
              BitSet lacking = (BitSet) windowsByCall.getOrDefault(call, new BitSet()).clone();
              lacking.flip(0, Math.toIntExact(windows));
              if (!lacking.isEmpty()) {
                missing.add("%s of %d lacks %s".formatted(call, windows, lacking));
              }
            });
    return missing;
  }

  /** Events beyond the first of their window. */
  public synchronized long duplicated() {
    return duplicated;
  }

  /** Windows seen that were scored. */
  synchronized long scored() {
    return scored;
  }

  /** When the last new event was read. */
  synchronized Instant last() {
    return Instant.ofEpochMilli(lastMs);
  }

  /**
   * Waits until so many windows were seen, or nothing new has come for a while.
   *
   * @return whether they were seen
   */
  public boolean await(long expected, Duration patience) throws InterruptedException {
    long news = System.nanoTime();
    for (long before = seen(); before < expected; ) {
      Thread.sleep(POLL.toMillis());
      if (seen() > before) {
        before = seen();
        news = System.nanoTime();
      } else if (System.nanoTime() - news > patience.toNanos()) {
        return false;
      }
    }
    return true;
  }

  /** Ends the reading; the counts stay. */
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

package io.temperline.gateway.replay;

import io.temperline.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Plays recorded calls to the catalogue's topics as a telephony gateway would: the call's start,
 * frames of 20 ms of both sides, holds, the end. All calls advance together, one thread serving
 * them in the order in which their audio falls due.
 *
 * <p>Times are the calls' own and never in the future: where calls are played faster than life,
 * they began so long ago that the longest ends now. Due times are counted from the replay's start
 * on a monotonic clock, so that delays do not add up; after a hindrance the replay catches up.
 */
public final class Replayer {

  /** The longest wait between two looks at whether to stop. */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** So much of all calls on a partition makes a request; Kafka's own 16 KiB holds 70 frames. */
  private static final int BATCH_BYTES = 128 * 1024;

  private final CallTopics topics;
  private final ReplaySettings settings;
  private final ReplayListener listener;
  private final ReplayClock clock;
  private volatile boolean stopped;

  /**
   * @param producer see {@link #producer}; it stays the caller's to close
   */
  public Replayer(
      Producer<byte[], byte[]> producer,
      Topics topics,
      ReplaySettings settings,
      ReplayListener listener) {
    this(producer, topics, settings, listener, ReplayClock.system());
  }

  Replayer(
      Producer<byte[], byte[]> producer,
      Topics topics,
      ReplaySettings settings,
      ReplayListener listener,
      ReplayClock clock) {
    this.topics = new CallTopics(producer, topics, settings.speed() != 1);
    this.settings = settings;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * A producer fit for audio: nothing twice, nothing out of order, no time spent on compressing
   * what G.711 has already compressed.
   *
   * @param client configuration of the Kafka client, at least {@code bootstrap.servers}; the keys
   *     that matter for the above are set over it
   */
  public static Producer<byte[], byte[]> producer(Map<String, ?> client) {
    Map<String, Object> config = new HashMap<>(client);
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 10);
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Plays the calls; returns when all have ended or {@link #stop} was called, and Kafka has every
   * record.
   *
   * @throws ReplayFailedException where Kafka or the schema registry does not take a record
   * @throws InterruptedException where the thread is interrupted; calls are then left without end
   */
  public void replay(List<RecordedCall> calls) throws InterruptedException {
    Queue<CallPlayback> playing = schedule(calls);
    long begin = clock.nanos();
    while (!playing.isEmpty() && waitUntil(begin + wallNanos(playing.peek().dueMs()))) {
      CallPlayback next = playing.remove();
      next.step(settings.callerInformed());
      if (!next.hasEnded()) {
        playing.add(next);
      }
    }
    playing.stream().filter(CallPlayback::hasStarted).forEach(CallPlayback::end);
    topics.flush();
  }

  /** Lets {@link #replay} end the running calls where they are, and return. */
  public void stop() {
    stopped = true;
  }

  private Queue<CallPlayback> schedule(List<RecordedCall> calls) {
    Instant origin = clock.now().minus(headStart(calls)).truncatedTo(ChronoUnit.MILLIS);
    Queue<CallPlayback> queue =
        new PriorityQueue<>(
            Comparator.comparingLong(CallPlayback::dueMs).thenComparing(CallPlayback::callId));
    for (RecordedCall call : calls) {
      Instant startedAt = origin.plusMillis(call.details().startsAfterMs());
      queue.add(new CallPlayback(call, startedAt, topics, listener));
    }
    return queue;
  }

  /** How much earlier than now the calls begin, so that none runs ahead of the present. */
  private Duration headStart(List<RecordedCall> calls) {
    long longestMs =
        calls.stream()
            .mapToLong(call -> call.details().startsAfterMs() + call.durationMs())
            .max()
            .orElse(0);
    Duration saved = Duration.ofMillis(longestMs).minusNanos(wallNanos(longestMs));
    return saved.isNegative() ? Duration.ZERO : saved;
  }

  private long wallNanos(long callMs) {
    return settings.speed() == 0 ? 0 : (long) (callMs * 1e6 / settings.speed());
  }

  /**
   * @return false where the replay was stopped in the meantime
   */
  private boolean waitUntil(long dueNanos) throws InterruptedException {
    for (long left = dueNanos - clock.nanos();
        left > 0 && !stopped;
        left = dueNanos - clock.nanos()) {
      clock.sleep(Math.min(left, PATIENCE_NANOS));
    }
    return !stopped;
  }
}

package io.temperline.standalone.faults;

import io.temperline.gateway.replay.Replayer;
import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.Topic;
import io.temperline.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Gateways that send calls and keep what a broker does not take until it does. They know nothing of
 * the application's fate.
 */
final class CallLoad {

  /** So long a record waits for a broker that is away. */
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  /** A broker that takes an event no sooner was away. */
  private static final Duration AWAY = Duration.ofSeconds(1);

  /** Within this time a broker that is back has taken up its partitions. */
  private static final Duration TAKES_UP = Duration.ofSeconds(3);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final long KEPT_BYTES = 256L << 20;

  private final Map<String, String> clients;
  private final Topics topics;
  private final String name;
  private final Instant origin;
  private final boolean asInLife;
  private final Queue<ScriptedCall> upcoming =
      new PriorityQueue<>(
          Comparator.comparingLong(ScriptedCall::startsAtMs).thenComparingInt(ScriptedCall::line));
  private final Function<ScriptedCall, ScriptedCall> next;
  private final List<ScriptedCall> begun = new ArrayList<>();
  private final AtomicInteger beginnings = new AtomicInteger();
  private volatile boolean goesOn;
  private volatile long framesSent;
  private CompletableFuture<Void> running;

  private CallLoad(
      Map<String, String> clients,
      String name,
      Instant origin,
      List<ScriptedCall> calls,
      Function<ScriptedCall, ScriptedCall> next,
      boolean asInLife) {
    this.clients = clients;
    this.name = name;
    this.origin = origin;
    this.next = next;
    this.asInLife = asInLife;
    goesOn = asInLife;
    topics = new Topics(clients);
    upcoming.addAll(calls);
  }

  /** Begins calls that follow one another at the speed of life until {@link #finish}. */
  static CallLoad begin(Map<String, String> clients, String name, CallScript script) {
    CallLoad load =
        new CallLoad(
            clients,
            name,
            Instant.ofEpochMilli(System.currentTimeMillis()),
            script.first(),
            script::after,
            true);
    load.running = CompletableFuture.runAsync(load::run);
    return load;
  }

  /** Sends the very same records of calls again, under other ids, as fast as they are taken. */
  void playAgain(String otherName, List<ScriptedCall> calls) {
    play(clients, otherName, origin, calls);
  }

  /** Sends calls as fast as they are taken. */
  static void play(
      Map<String, String> clients, String name, Instant origin, List<ScriptedCall> calls) {
    new CallLoad(clients, name, origin, calls, call -> call, false).run();
  }

  /** Returns when so many calls have begun. */
  void awaitBeginnings(int calls) throws InterruptedException {
    while (beginnings.get() < calls) {
      requireGoingOn();
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
  }

  /** Returns when gateways need nothing more than the broker: they know their schemas' ids. */
  void awaitFirstFrame() throws InterruptedException {
    while (!running.isDone() && framesSent == 0) {
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
    requireGoingOn();
  }

  private void requireGoingOn() {
    if (running.isCompletedExceptionally()) {
      finish();
    }
  }

  /** Lets no more calls begin, and returns those that began when they are over. */
  List<ScriptedCall> finish() {
    goesOn = false;
    try {
      running.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
    return begun;
  }

  private void run() {
    Map<String, Object> config = new HashMap<>(clients);
    config.put("delivery.timeout.ms", (int) PATIENCE.toMillis());
    config.put("max.block.ms", PATIENCE.toMillis());
    config.put("buffer.memory", KEPT_BYTES);
    try (Producer<byte[], byte[]> producer = Replayer.producer(config)) {
      Sending sending = new Sending(producer);
      List<ScriptedCall> live = new ArrayList<>();
      long beganNanos = System.nanoTime();
      for (long nowMs = 0; !upcoming.isEmpty() || !live.isEmpty(); nowMs += ScriptedCall.FRAME_MS) {
        if (asInLife) {
          waitUntil(beganNanos + nowMs * 1_000_000);
        }
        beginWhatIsDue(nowMs, live);
        step(nowMs, live, sending);
      }
      producer.flush();
      sending.failWhereRefused();
    }
  }

  private void beginWhatIsDue(long nowMs, List<ScriptedCall> live) {
    while (!upcoming.isEmpty() && upcoming.peek().startsAtMs() <= nowMs) {
      ScriptedCall call = upcoming.remove();
      live.add(call);
      begun.add(call);
      beginnings.incrementAndGet();
    }
  }

  private void step(long nowMs, List<ScriptedCall> live, Sending sending) {
    for (Iterator<ScriptedCall> calls = live.iterator(); calls.hasNext(); ) {
      ScriptedCall call = calls.next();
      call.sendWhatIsDue(name, origin, nowMs, sending);
      if (nowMs == call.endsAtMs()) {
        calls.remove();
        if (goesOn) {
          upcoming.add(next.apply(call));
        }
      }
    }
  }

  private static void waitUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** Writes records, and remembers the first that was refused for good. */
  private final class Sending implements ScriptedCall.Sender {

    private final Producer<byte[], byte[]> producer;
    private volatile Exception refused;

    Sending(Producer<byte[], byte[]> producer) {
      this.producer = producer;
    }

    @Override
    public void send(AudioFrame frame) {
      failWhereRefused();
      write(topics.audio(), frame.getCallId(), frame, frame.getCapturedAt());
      framesSent++;
    }

    /**
     * The broker has it after all earlier frames and before any later one: what comes in two topics
     * has no other order. A broker that comes back takes up one partition after the other, so that
     * it is waited for.
     */
    @Override
    public void send(CallEvent event) {
      long beganNanos = System.nanoTime();
      producer.flush();
      write(topics.calls(), event.getCallId(), event, event.getEffectiveAt());
      producer.flush();
      failWhereRefused();
      if (System.nanoTime() - beganNanos > AWAY.toNanos()) {
        waitUntil(System.nanoTime() + TAKES_UP.toNanos());
      }
    }

    private <V> void write(Topic<V> topic, String callId, V value, Instant at) {
      byte[] key = topic.keys().serializer().serialize(topic.name(), callId);
      byte[] bytes = topic.values().serializer().serialize(topic.name(), value);
      producer.send(
          new ProducerRecord<>(topic.name(), null, at.toEpochMilli(), key, bytes),
          (metadata, exception) -> refused = exception == null ? refused : exception);
    }

    void failWhereRefused() {
      if (refused != null) {
        throw new IllegalStateException("the broker refused a record of the load", refused);
      }
    }
  }
}

package io.temperline.standalone.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.temperline.gateway.replay.RecordedCall;
import io.temperline.gateway.replay.ReplayListener;
import io.temperline.gateway.replay.ReplaySettings;
import io.temperline.gateway.replay.Replayer;
import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import io.temperline.schemas.EmotionEvent;
import io.temperline.speech.window.WindowConfig;
import io.temperline.standalone.bench.Conversations;
import io.temperline.standalone.bench.EmotionWatch;
import io.temperline.standalone.bench.LoadPlan;
import io.temperline.standalone.process.ChildJvm;
import io.temperline.standalone.process.TestBed;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Each call is played twice, under two ids, and bad records come in among the frames of one of the
 * two: both must have the very same events, and every bad record a dead letter that says why.
 */
final class PoisonScenario {

  /**
   * How much of it.
   *
   * @param frames in all, the bad ones among them
   * @param bad records, evenly of every kind
   * @param calls at the same time, half of them with poison
   */
  record Plan(int frames, int bad, int calls) {

    /** How long the calls are, of a hundred frames a second. */
    int seconds() {
      return Math.max(5, (frames - bad) / calls / 100);
    }
  }

  private static final double SPEED = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String CLEAN = "clean";
  private static final String POISONED = "poisoned";

  private final TestBed bed;
  private final Conversations conversations;
  private final Consumer<String> told;
  private final Map<String, EmotionEvent> events = new ConcurrentHashMap<>();

  PoisonScenario(TestBed bed, Conversations conversations, Consumer<String> told) {
    this.bed = bed;
    this.conversations = conversations;
    this.told = told;
  }

  FaultReport run(Plan plan) throws InterruptedException {
    ChildJvm app = bed.startApp("poison", AppUnderTest.JVM, Map.of());
    bed.awaitRunning(app);
    List<RecordedCall> calls = calls(plan);
    long expected = Conversations.windows(calls, WindowConfig.DEFAULT);
    told.accept(
        "Playing %d calls of %d s with %,d bad records among them."
            .formatted(calls.size(), plan.seconds(), plan.bad()));
    try (DeadLetterCount letters = new DeadLetterCount(bed.topics(), bed.clients());
        EmotionWatch clean = watch(CLEAN);
        EmotionWatch poisoned = watch(POISONED)) {
      CompletableFuture<Void> load = CompletableFuture.runAsync(() -> play(calls));
      sendBad(plan, Duration.ofMillis((long) (plan.seconds() * 1000 / SPEED)));
      load.join();
      clean.await(expected / 2, PATIENCE);
      poisoned.await(expected / 2, PATIENCE);
      letters.await(plan.bad(), PATIENCE);
      app.requireAlive();
      return report(plan, expected, clean, poisoned, letters);
    } finally {
      app.close();
    }
  }

  private FaultReport report(
      Plan plan,
      long expected,
      EmotionWatch clean,
      EmotionWatch poisoned,
      DeadLetterCount letters) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("sound frames", plan.calls() * plan.seconds() * 100);
    facts.put("bad records", plan.bad());
    facts.put("dead letters by kind", letters.byKind());
    long seen = clean.seen() + poisoned.seen();
    long doubled = clean.duplicated() + poisoned.duplicated();
    long different = differences();
    return new FaultReport(
        "poison",
        facts,
        List.of(
            new Verdict(
                "every bad record has one dead letter, and nothing else has",
                letters.count() == plan.bad() && letters.strange() == 0,
                "%,d dead letters, %,d of no bad record"
                    .formatted(letters.count(), letters.strange())),
            new Verdict(
                "each has its own bytes, its origin and its cause",
                letters.wrong().isEmpty(),
                letters.wrong().isEmpty() ? "all" : letters.wrong().toString()),
            new Verdict(
                "every window has its event, once",
                seen == expected && doubled == 0,
                "%,d of %,d, %,d doubled".formatted(seen, expected, doubled)),
            new Verdict(
                "calls with poison have the events of those without, bit by bit",
                different == 0,
                "%,d of %,d differ".formatted(different, expected / 2))));
  }

  private List<RecordedCall> calls(Plan plan) {
    List<RecordedCall> calls = new ArrayList<>();
    for (String kind : List.of(CLEAN, POISONED)) {
      calls.addAll(
          conversations.calls(
              new LoadPlan(kind, Math.max(1, plan.calls() / 2), plan.seconds(), SPEED)));
    }
    return calls;
  }

  private EmotionWatch watch(String kind) {
    return new EmotionWatch(
        bed.topics().emotions(),
        bed.clients(),
        kind + "-",
        (event, receivedMs) ->
            events.put("%s#%d".formatted(event.getCallId(), event.getWindow()), event));
  }

  private void play(List<RecordedCall> calls) {
    try (var producer = Replayer.producer(bed.clients())) {
      new Replayer(producer, bed.topics(), ReplaySettings.atSpeed(SPEED), new ReplayListener() {})
          .replay(calls);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Spreads the bad records over a time, kind after kind. */
  private void sendBad(Plan plan, Duration time) throws InterruptedException {
    int calls = Math.max(1, plan.calls() / 2);
    long begin = System.nanoTime();
    try (Producer<byte[], byte[]> producer = Replayer.producer(bed.clients())) {
      for (int i = 0; i < plan.bad(); i++) {
        Poison kind = Poison.values()[i % Poison.values().length];
        producer.send(bad(kind, "%s-%05d".formatted(POISONED, i % calls)));
        long due = begin + time.toNanos() * i / plan.bad();
        Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
      }
    }
  }

  private ProducerRecord<byte[], byte[]> bad(Poison kind, String callId) {
    AudioFrame frame =
        AudioFrame.newBuilder()
            .setCallId(callId)
            .setChannel(Channel.CALLER)
            .setSequence(7)
            .setCapturedAt(Instant.ofEpochMilli(System.currentTimeMillis()))
            .setCodec(Codec.PCMU)
            .setSampleRate(8_000)
            .setPayload(ByteBuffer.allocate(160))
            .build();
    String key = kind.key(frame);
    byte[] value = kind.value(frame, bed.topics());
    var bad =
        new ProducerRecord<>(
            bed.topics().audio().name(), key == null ? null : key.getBytes(UTF_8), value);
    DeadLetterCount.mark(bad, kind);
    return bad;
  }

  private long differences() {
    return events.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(POISONED))
        .filter(entry -> !entry.getValue().equals(twin(entry)))
        .count();
  }

  /** The clean twin's event, under the poisoned one's id. */
  private EmotionEvent twin(Map.Entry<String, EmotionEvent> poisoned) {
    EmotionEvent clean = events.get(poisoned.getKey().replaceFirst(POISONED, CLEAN));
    return clean == null
        ? null
        : EmotionEvent.newBuilder(clean).setCallId(poisoned.getValue().getCallId()).build();
  }
}

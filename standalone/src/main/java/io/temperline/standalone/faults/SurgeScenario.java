package io.temperline.standalone.faults;

import io.temperline.gateway.replay.RecordedCall;
import io.temperline.gateway.replay.ReplayListener;
import io.temperline.gateway.replay.ReplaySettings;
import io.temperline.gateway.replay.Replayer;
import io.temperline.speech.window.WindowConfig;
import io.temperline.standalone.bench.AudioLag;
import io.temperline.standalone.bench.Conversations;
import io.temperline.standalone.bench.EmotionWatch;
import io.temperline.standalone.bench.LoadPlan;
import io.temperline.standalone.process.ChildJvm;
import io.temperline.standalone.process.TestBed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/** Ten times the normal load for a while, in the middle of the normal load. */
final class SurgeScenario {

  /**
   * How much of it.
   *
   * @param calls of the normal load, at the speed of life; nine times as many join them
   * @param seconds of the surge; the normal load goes on for three times as long
   */
  record Plan(int calls, int seconds) {}

  private static final int TIMES = 10;
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final String PREFIX = "surge-";
  private static final double MIB = 1 << 20;

  /** As large as StreamsApp lets the stores' caches grow. */
  private static final double CACHES = 64 * MIB;

  private final TestBed bed;
  private final Conversations conversations;
  private final Consumer<String> told;
  private long mostLag;
  private double mostHeap;
  private double liveBefore;
  private double liveAfter;

  SurgeScenario(TestBed bed, Conversations conversations, Consumer<String> told) {
    this.bed = bed;
    this.conversations = conversations;
    this.told = told;
  }

  FaultReport run(Plan plan) throws InterruptedException, IOException {
    ChildJvm app = bed.startApp("surge", AppUnderTest.JVM, Map.of());
    bed.awaitRunning(app);
    List<RecordedCall> normal =
        conversations.calls(new LoadPlan(PREFIX + "normal", plan.calls(), 3 * plan.seconds(), 1));
    List<RecordedCall> more =
        conversations.calls(
            new LoadPlan(PREFIX + "more", (TIMES - 1) * plan.calls(), plan.seconds(), 1));
    try (Admin admin = bed.admin();
        EmotionWatch watch =
            new EmotionWatch(
                bed.topics().emotions(), bed.clients(), PREFIX, (event, receivedMs) -> {})) {
      AudioLag lag = new AudioLag(admin, "temperline", bed.topics().audio().name());
      told.accept("Playing %d calls.".formatted(normal.size()));
      CompletableFuture<Void> base = play(normal);
      watchFor(Duration.ofSeconds(plan.seconds()), app, lag);
      liveBefore = app.jmx().heapLive();
      told.accept("%d more join them for %d s.".formatted(more.size(), plan.seconds()));
      CompletableFuture<Void> surge = play(more);
      while (!surge.isDone()) {
        look(app, lag);
        Thread.sleep(LOOK_AGAIN.toMillis());
      }
      surge.join();
      long endNanos = System.nanoTime();
      long normalSecond = 100L * plan.calls();
      look(app, lag);
      while (lag.frames() > normalSecond && System.nanoTime() - endNanos < PATIENCE.toNanos()) {
        look(app, lag);
        Thread.sleep(100);
      }
      double goneAfter = (System.nanoTime() - endNanos) / 1e9;
      liveAfter = app.jmx().heapLive();
      base.join();
      List<RecordedCall> all = new ArrayList<>(normal);
      all.addAll(more);
      Map<String, Long> windows = Conversations.windowsByCall(all, WindowConfig.DEFAULT);
      long expected = windows.values().stream().mapToLong(n -> n).sum();
      watch.await(expected, PATIENCE);
      app.requireAlive();
      watch.missing(windows).forEach(told);
      return report(plan, expected, watch, goneAfter);
    } finally {
      app.close();
    }
  }

  private FaultReport report(Plan plan, long expected, EmotionWatch watch, double goneAfter) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put(
        "calls",
        "%d, then %d for %d s".formatted(plan.calls(), TIMES * plan.calls(), plan.seconds()));
    facts.put("most frames behind", mostLag);
    facts.put("most heap, MB", Math.round(mostHeap / MIB));
    return new FaultReport(
        "surge",
        facts,
        List.of(
            new Verdict(
                "every window has its event, once",
                watch.seen() == expected && watch.duplicated() == 0,
                "%,d of %,d, %,d doubled".formatted(watch.seen(), expected, watch.duplicated())),
            new Verdict(
                "the lag is gone within the time of the surge",
                goneAfter <= plan.seconds(),
                "less than a second of the normal load after %.1f s".formatted(goneAfter)),
            new Verdict(
                "live heap is back to what it was, give or take the caches",
                liveAfter <= liveBefore + CACHES,
                "%.0f MB before, %.0f MB after".formatted(liveBefore / MIB, liveAfter / MIB))));
  }

  private CompletableFuture<Void> play(List<RecordedCall> calls) {
    return CompletableFuture.runAsync(
        () -> {
          try (var producer = Replayer.producer(bed.clients())) {
            new Replayer(producer, bed.topics(), ReplaySettings.atSpeed(1), new ReplayListener() {})
                .replay(calls);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void watchFor(Duration time, ChildJvm app, AudioLag lag)
      throws InterruptedException, IOException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      look(app, lag);
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
  }

  private void look(ChildJvm app, AudioLag lag) throws InterruptedException, IOException {
    app.requireAlive();
    mostLag = Math.max(mostLag, lag.frames());
    mostHeap = Math.max(mostHeap, app.jmx().heapUsed());
  }
}

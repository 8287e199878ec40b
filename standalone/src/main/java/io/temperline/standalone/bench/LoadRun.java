package io.temperline.standalone.bench;

import io.temperline.gateway.replay.RecordedCall;
import io.temperline.gateway.replay.ReplaySettings;
import io.temperline.gateway.replay.Replayer;
import io.temperline.speech.window.WindowConfig;
import io.temperline.standalone.process.ChildJvm;
import io.temperline.standalone.process.TestBed;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;

/** Plays calls to a running application and measures what becomes of them. */
final class LoadRun {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LAG_AFTER = Duration.ofSeconds(1);
  private static final double MIB = 1 << 20;

  private final TestBed bed;
  private final ChildJvm app;
  private final WindowConfig windows;

  LoadRun(TestBed bed, ChildJvm app, WindowConfig windows) {
    this.bed = bed;
    this.app = app;
    this.windows = windows;
  }

  /**
   * Plays the calls of a plan and returns when every event was seen, or none has come for a while.
   */
  Figures play(LoadPlan plan, Conversations conversations)
      throws InterruptedException, IOException {
    List<RecordedCall> calls = conversations.calls(plan);
    LoadClock clock = new LoadClock(plan.speed());
    Latencies latencies = new Latencies();
    Costs idle = Costs.of(bed.broker(), app);
    double idleHeap = app.jmx().heapLive();
    long measuredFromMs = System.currentTimeMillis() + plan.runUp().toMillis();
    EmotionWatch.Listener timing =
        (event, receivedMs) -> {
          if (plan.speed() > 0 && clock.dueMs(event.getEndsAt()) >= measuredFromMs) {
            latencies.add(receivedMs - clock.dueMs(event.getEndsAt()));
          }
        };
    try (Admin admin = bed.admin();
        EmotionWatch watch =
            new EmotionWatch(bed.topics().emotions(), bed.clients(), plan.name() + "-", timing)) {
      CompletableFuture<Void> load = CompletableFuture.runAsync(() -> send(calls, plan, clock));
      clock.awaitFirstCall();
      long beginNanos = System.nanoTime();
      Peaks peaks = new Peaks(app);
      double stateKb = Double.NaN;
      if (plan.speed() > 0) {
        // All calls are open by now, and what a full collection holds up is done when it counts.
        sleepUntil(measuredFromMs - plan.runUp().toMillis() / 2, load, peaks);
        stateKb = (app.jmx().heapLive() - idleHeap) / 1024 / (2.0 * plan.calls());
        sleepUntil(measuredFromMs, load, peaks);
      }
      long warmNanos = System.nanoTime();
      Costs warm = plan.speed() > 0 ? Costs.of(bed.broker(), app) : idle;
      sleepUntil(Long.MAX_VALUE, load, peaks);
      join(load);
      Duration measured = Duration.ofNanos(System.nanoTime() - warmNanos);
      long expected = Conversations.windows(calls, windows);
      Costs loaded = Costs.of(bed.broker(), app);
      Thread.sleep(LAG_AFTER.toMillis());
      long lag = new AudioLag(admin, "temperline", bed.topics().audio().name()).frames();
      watch.await(expected, PATIENCE);
      if (plan.speed() == 0) {
        loaded = Costs.of(bed.broker(), app);
      }
      Costs end = Costs.of(bed.broker(), app);
      double callSeconds = (double) plan.calls() * plan.seconds();
      double measuredCallSeconds = plan.speed() > 0 ? plan.callSecondsIn(measured) : callSeconds;
      Costs cost = loaded.minus(warm);
      double wall =
          (watch.last().toEpochMilli() - System.currentTimeMillis()) / 1000.0
              + (System.nanoTime() - beginNanos) / 1e9;
      return new Figures(
          plan.calls(),
          callSeconds,
          wall,
          expected,
          watch.seen(),
          watch.scored(),
          watch.duplicated(),
          latencies.percentile(0.5),
          latencies.percentile(0.99),
          cost.appCpuMs() / measuredCallSeconds,
          cost.brokerCpuMs() / measuredCallSeconds,
          cost.ownCpuMs() / measuredCallSeconds,
          peaks.heapBytes() / MIB,
          peaks.residentBytes() / MIB,
          stateKb,
          end.minus(idle).changelogBytes() / audioBytes(calls),
          lag);
    }
  }

  private void send(List<RecordedCall> calls, LoadPlan plan, LoadClock clock) {
    try (var producer = Replayer.producer(bed.clients())) {
      var replayer =
          new Replayer(producer, bed.topics(), ReplaySettings.atSpeed(plan.speed()), clock);
      clock.begin();
      replayer.replay(calls);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns when it is time, or the load has been sent. */
  private void sleepUntil(long ms, CompletableFuture<Void> load, Peaks peaks)
      throws InterruptedException, IOException {
    while (System.currentTimeMillis() < ms && !load.isDone()) {
      Thread.sleep(Math.min(LOOK_AGAIN.toMillis(), Math.max(1, ms - System.currentTimeMillis())));
      app.requireAlive();
      peaks.look();
    }
  }

  private static void join(CompletableFuture<Void> load) {
    try {
      load.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static double audioBytes(List<RecordedCall> calls) {
    return calls.stream()
        .mapToLong(call -> call.caller().length + call.agent().map(side -> side.length).orElse(0))
        .sum();
  }
}

package io.temperline.standalone.bench;

import io.temperline.gateway.replay.RecordedCall;
import io.temperline.gateway.replay.ReplaySettings;
import io.temperline.gateway.replay.Replayer;
import io.temperline.schemas.EmotionEvent;
import io.temperline.speech.window.WindowConfig;
import io.temperline.standalone.process.ChildJvm;
import io.temperline.standalone.process.TestBed;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;

/** Plays round after round of calls and writes a line about the application every so often. */
final class Soak {

  private static final String PREFIX = "soak-";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final double MIB = 1 << 20;

  private final TestBed bed;
  private final ChildJvm app;
  private final Conversations conversations;
  private final Duration every;
  private final PrintWriter out;

  /** The clock of each round of calls, by the round's name. */
  private final Map<String, LoadClock> clocks = new ConcurrentHashMap<>();

  private volatile Latencies latencies = new Latencies();

  Soak(TestBed bed, ChildJvm app, Conversations conversations, Duration every, PrintWriter out) {
    this.bed = bed;
    this.app = app;
    this.conversations = conversations;
    this.every = every;
    this.out = out;
  }

  /**
   * @return whether every window of every call had its event, once
   */
  boolean run(int calls, int callSeconds, Duration time) throws InterruptedException {
    long rounds = (time.toSeconds() + callSeconds - 1) / callSeconds;
    long beginNanos = System.nanoTime();
    long expected = 0;
    header();
    try (Admin admin = bed.admin();
        EmotionWatch watch =
            new EmotionWatch(bed.topics().emotions(), bed.clients(), PREFIX, this::heard)) {
      AudioLag lag = new AudioLag(admin, "temperline", bed.topics().audio().name());
      long next = beginNanos + every.toNanos();
      Duration cpu = app.cpu();
      for (int round = 0; round < rounds; round++) {
        LoadPlan plan = new LoadPlan(PREFIX + round, calls, callSeconds, 1);
        List<RecordedCall> played = conversations.calls(plan);
        expected += Conversations.windows(played, WindowConfig.DEFAULT);
        CompletableFuture<Void> load = CompletableFuture.runAsync(() -> send(plan, played));
        while (!load.isDone()) {
          Thread.sleep(200);
          app.requireAlive();
          if (System.nanoTime() >= next) {
            tell(Duration.ofNanos(System.nanoTime() - beginNanos), lag, cpu);
            cpu = app.cpu();
            next += every.toNanos();
          }
        }
        load.join();
      }
      boolean complete = watch.await(expected, PATIENCE) && watch.duplicated() == 0;
      out.printf(
          Locale.ROOT,
          "%,d windows expected, %,d seen, %,d doubled%n",
          expected,
          watch.seen(),
          watch.duplicated());
      out.flush();
      return complete;
    }
  }

  private void send(LoadPlan plan, List<RecordedCall> calls) {
    LoadClock clock = new LoadClock(1);
    clocks.put(plan.name(), clock);
    try (var producer = Replayer.producer(bed.clients())) {
      var replayer = new Replayer(producer, bed.topics(), ReplaySettings.atSpeed(1), clock);
      clock.begin();
      replayer.replay(calls);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void heard(EmotionEvent event, long receivedMs) {
    String round = event.getCallId().substring(0, event.getCallId().lastIndexOf('-'));
    latencies.add(receivedMs - clocks.get(round).dueMs(event.getEndsAt()));
  }

  private void header() {
    out.printf(
        "%8s %10s %10s %12s %10s %8s %8s %10s%n",
        "minutes", "heap MB", "live MB", "resident MB", "lag", "p50 ms", "p99 ms", "cpu %");
    out.flush();
  }

  /** That a part is too busy to answer for once is no reason to break hours off. */
  private void tell(Duration since, AudioLag lag, Duration cpuBefore) throws InterruptedException {
    try {
      line(since, lag, cpuBefore);
    } catch (IOException | IllegalStateException e) {
      out.printf(
          Locale.ROOT, "%8.1f no figures: %s%n", since.toMillis() / 60_000.0, e.getMessage());
      out.flush();
    }
  }

  private void line(Duration since, AudioLag lag, Duration cpuBefore)
      throws IOException, InterruptedException {
    Latencies taken = latencies;
    latencies = new Latencies();
    double heap = app.jmx().heapUsed() / MIB;
    long frames = lag.frames();
    out.printf(
        Locale.ROOT,
        "%8.1f %10.0f %10.0f %12.0f %,10d %8.0f %8.0f %10.1f%n",
        since.toMillis() / 60_000.0,
        heap,
        app.jmx().heapLive() / MIB,
        app.residentBytes() / MIB,
        frames,
        taken.percentile(0.5),
        taken.percentile(0.99),
        100.0 * app.cpu().minus(cpuBefore).toMillis() / every.toMillis());
    out.flush();
  }
}

package io.temperline.standalone.faults;

import io.temperline.standalone.bench.Conversations;
import io.temperline.standalone.process.ChildJvm;
import io.temperline.standalone.process.TestBed;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The broker goes away twice while calls go on and comes back on the same folder. The application
 * is left to itself.
 */
final class BrokerScenario {

  /**
   * How much of it.
   *
   * @param calls that are played at least
   * @param atOnce calls at the same time
   * @param seconds that each call lasts
   * @param away how long the broker is away each time
   * @param between calls go on for so long before, between and after the outages
   * @param idleTimeout of the application
   * @param killed whether the second outage comes without warning
   */
  record Plan(
      int calls,
      int atOnce,
      int seconds,
      Duration away,
      Duration between,
      Duration idleTimeout,
      boolean killed) {}

  private static final String RECOVERY = "%s: ms from the broker's answer to the next event";

  /** With nothing heard for so long the application has not recovered by itself. */
  private static final Duration LONGEST_RECOVERY = Duration.ofMinutes(3);

  private final TestBed bed;
  private final Conversations conversations;
  private final Consumer<String> progress;
  private final AtomicLong lastHeardMs = new AtomicLong();

  BrokerScenario(TestBed bed, Conversations conversations, Consumer<String> progress) {
    this.bed = bed;
    this.conversations = conversations;
    this.progress = progress;
  }

  FaultReport run(Plan plan) throws InterruptedException {
    ChildJvm app =
        bed.startApp("app-broker", AppUnderTest.JVM, AppUnderTest.settings(plan.idleTimeout()));
    bed.awaitRunning(app);
    CallScript script = new CallScript(conversations, plan.atOnce(), plan.seconds());
    try (Experiment experiment =
        Experiment.begin(
            "broker",
            bed.clients(),
            script,
            plan.idleTimeout(),
            progress,
            (event, receivedMs) -> lastHeardMs.set(receivedMs))) {
      experiment.awaitFirstFrame(); // the registry goes away with the broker
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("seconds the broker is away, each time", plan.away().toSeconds());
      facts.put("idle timeout, seconds", plan.idleTimeout().toSeconds());
      Thread.sleep(plan.between().toMillis());
      facts.put(RECOVERY.formatted("stopped"), outage(false, app, plan));
      Thread.sleep(plan.between().toMillis());
      facts.put(
          RECOVERY.formatted(plan.killed() ? "killed" : "stopped again"),
          outage(plan.killed(), app, plan));
      Thread.sleep(plan.between().toMillis());
      experiment.awaitBeginnings(plan.calls());
      return experiment.finish(facts);
    } finally {
      app.close();
    }
  }

  /** The time of recovery, in ms. */
  private long outage(boolean killed, ChildJvm app, Plan plan) throws InterruptedException {
    progress.accept("The broker goes away.");
    if (killed) {
      bed.broker().kill();
    } else {
      bed.broker().close();
    }
    Thread.sleep(plan.away().toMillis());
    bed.startBroker();
    long backMs = System.currentTimeMillis();
    progress.accept("The broker is back.");
    while (lastHeardMs.get() < backMs
        && System.currentTimeMillis() - backMs < LONGEST_RECOVERY.toMillis()) {
      app.requireAlive();
      Thread.sleep(20);
    }
    return System.currentTimeMillis() - backMs;
  }
}

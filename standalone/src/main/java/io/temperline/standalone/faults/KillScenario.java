package io.temperline.standalone.faults;

import io.temperline.standalone.bench.Conversations;
import io.temperline.standalone.process.ChildJvm;
import io.temperline.standalone.process.TestBed;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The application is killed, as by {@code kill -9}, again and again while calls go on, and started
 * again each time.
 */
final class KillScenario {

  /**
   * How much of it.
   *
   * @param calls that are played at least; more where the kills are not done by then
   * @param atOnce calls at the same time
   * @param seconds that each call lasts
   * @param kills how often
   * @param longestRun the application is killed within this time after it runs
   * @param idleTimeout of the application
   * @param seed of the moments
   */
  record Plan(
      int calls,
      int atOnce,
      int seconds,
      int kills,
      Duration longestRun,
      Duration idleTimeout,
      long seed) {}

  /** One kill in so many comes before the application runs again. */
  private static final int EARLY = 4;

  private static final Duration EARLIEST = Duration.ofSeconds(2);
  private static final Duration LATEST = Duration.ofSeconds(10);
  private static final String APP = "app-kill";

  private final TestBed bed;
  private final Conversations conversations;
  private final Consumer<String> progress;

  KillScenario(TestBed bed, Conversations conversations, Consumer<String> progress) {
    this.bed = bed;
    this.conversations = conversations;
    this.progress = progress;
  }

  FaultReport run(Plan plan) throws InterruptedException {
    Random random = new Random(plan.seed());
    Map<String, Integer> states = new TreeMap<>();
    ChildJvm app = start(plan);
    bed.awaitRunning(app);
    CallScript script = new CallScript(conversations, plan.atOnce(), plan.seconds());
    try (Experiment experiment =
        Experiment.begin(
            "kill", bed.clients(), script, plan.idleTimeout(), progress, (event, ms) -> {})) {
      for (int kill = 1; kill <= plan.kills(); kill++) {
        if (random.nextInt(EARLY) == 0) {
          Thread.sleep(between(EARLIEST, LATEST, random));
        } else {
          bed.awaitRunning(app);
          Thread.sleep(between(Duration.ZERO, plan.longestRun(), random));
        }
        String state = TestBed.stateOf(app);
        app.kill();
        states.merge(state.isEmpty() ? "not yet begun" : state, 1, Integer::sum);
        progress.accept("Kill %d of %d, in state %s.".formatted(kill, plan.kills(), state));
        app = start(plan);
      }
      bed.awaitRunning(app);
      experiment.awaitBeginnings(plan.calls());
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("kills", plan.kills());
      facts.put("kills by the state of the application", states);
      facts.put("seed", plan.seed());
      facts.put("calls at the same time", plan.atOnce());
      facts.put("seconds of a call", plan.seconds());
      return experiment.finish(facts);
    } finally {
      app.close();
    }
  }

  private ChildJvm start(Plan plan) {
    return bed.startApp(APP, AppUnderTest.JVM, AppUnderTest.settings(plan.idleTimeout()));
  }

  private static long between(Duration least, Duration most, Random random) {
    return least.toMillis() + random.nextInt((int) most.minus(least).toMillis() + 1);
  }
}

package io.temperline.standalone.faults;

import io.temperline.schemas.EmotionEvent;
import io.temperline.standalone.bench.Conversations;
import io.temperline.standalone.process.ChildJvm;
import io.temperline.standalone.process.TestBed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Two instances of the application, static members of their group; one is asked to stop while calls
 * go on, and comes back.
 */
final class InstancesScenario {

  /**
   * How much of it.
   *
   * @param calls that are played at least
   * @param atOnce calls at the same time
   * @param seconds that each call lasts
   * @param away how long the one instance is away
   * @param idleTimeout of the applications
   * @param longestPause that a live call's window may wait for its event
   */
  record Plan(
      int calls,
      int atOnce,
      int seconds,
      Duration away,
      Duration idleTimeout,
      Duration longestPause) {}

  private final TestBed bed;
  private final Conversations conversations;
  private final Consumer<String> progress;

  /** The longest that a window's event took since this was last read. */
  private final AtomicLong longestMs = new AtomicLong();

  InstancesScenario(TestBed bed, Conversations conversations, Consumer<String> progress) {
    this.bed = bed;
    this.conversations = conversations;
    this.progress = progress;
  }

  FaultReport run(Plan plan) throws InterruptedException {
    List<ChildJvm> apps = new ArrayList<>(List.of(start("app-one", plan), start("app-two", plan)));
    try {
      for (ChildJvm app : apps) {
        bed.awaitRunning(app);
      }
      return run(plan, apps);
    } finally {
      apps.forEach(ChildJvm::close);
    }
  }

  private FaultReport run(Plan plan, List<ChildJvm> apps) throws InterruptedException {
    CallScript script = new CallScript(conversations, plan.atOnce(), plan.seconds());
    Map<String, Object> facts = new LinkedHashMap<>();
    try (Experiment experiment =
        Experiment.begin(
            "instances", bed.clients(), script, plan.idleTimeout(), progress, this::time)) {
      Thread.sleep(plan.away().toMillis()); // to warm up
      longestMs.set(0);
      Thread.sleep(plan.away().toMillis());
      facts.put("longest wait for an event with both, ms", longestMs.getAndSet(0));
      progress.accept("One instance is asked to stop.");
      apps.get(1).close();
      Thread.sleep(plan.away().toMillis());
      long leaving = longestMs.getAndSet(0);
      facts.put("longest wait while one left, ms", leaving);
      progress.accept("It comes back.");
      apps.set(1, start("app-two", plan));
      bed.awaitRunning(apps.get(1));
      Thread.sleep(plan.away().toMillis());
      long coming = longestMs.getAndSet(0);
      facts.put("longest wait while it came back, ms", coming);
      facts.put("tasks of the instance that came back", tasks(apps.get(1)));
      experiment.awaitBeginnings(plan.calls());
      FaultReport report = experiment.finish(facts);
      List<Verdict> verdicts = new ArrayList<>(report.verdicts());
      long longest = Math.max(leaving, coming);
      verdicts.add(
          new Verdict(
              "no live call waits longer than %d ms".formatted(plan.longestPause().toMillis()),
              longest <= plan.longestPause().toMillis(),
              longest + " ms"));
      return new FaultReport(report.scenario(), report.facts(), verdicts);
    }
  }

  /** Calls are sent at the speed of life: a window's audio is there when the window ends. */
  private void time(EmotionEvent event, long receivedMs) {
    if (!event.getCallId().startsWith("instances-again")) {
      longestMs.accumulateAndGet(receivedMs - event.getEndsAt().toEpochMilli(), Math::max);
    }
  }

  private static int tasks(ChildJvm app) {
    try {
      return app.jmx().count("kafka.streams:type=stream-task-metrics,*");
    } catch (IOException e) {
      return 0;
    }
  }

  private ChildJvm start(String name, Plan plan) {
    Map<String, String> settings = AppUnderTest.settings(plan.idleTimeout());
    settings.put("group.instance.id", name);
    return bed.startApp(name, AppUnderTest.JVM, settings);
  }
}

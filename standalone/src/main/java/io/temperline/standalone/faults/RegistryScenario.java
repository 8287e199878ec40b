package io.temperline.standalone.faults;

import io.temperline.standalone.bench.Conversations;
import io.temperline.standalone.process.ChildJvm;
import io.temperline.standalone.process.TestBed;
import io.temperline.standalone.registry.EmbeddedRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The registry is away when the application starts, comes back, goes away again while calls go on,
 * and comes back. Calls are sent all the while: gateways know their schemas already.
 */
final class RegistryScenario {

  /**
   * How much of it.
   *
   * @param calls that are played at least
   * @param atOnce calls at the same time
   * @param seconds that each call lasts
   * @param away how long the registry is away each time
   * @param idleTimeout of the application
   */
  record Plan(int calls, int atOnce, int seconds, Duration away, Duration idleTimeout) {}

  /** What the application says of a registry that does not answer. */
  private static final String COMPLAINT = "schema registry";

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final TestBed bed;
  private final Path folder;
  private final Conversations conversations;
  private final Consumer<String> progress;
  private final AtomicLong heard = new AtomicLong();

  /**
   * @param folder where the registry keeps its schemas
   */
  RegistryScenario(
      TestBed bed, Path folder, Conversations conversations, Consumer<String> progress) {
    this.bed = bed;
    this.folder = folder;
    this.conversations = conversations;
    this.progress = progress;
  }

  FaultReport run(Plan plan) throws InterruptedException {
    EmbeddedRegistry registry = registry(0);
    Map<String, String> clients = new HashMap<>(bed.clients());
    clients.put("schema.registry.url", registry.url());
    CallScript script = new CallScript(conversations, plan.atOnce(), plan.seconds());
    ChildJvm app = null;
    try (Experiment experiment =
        Experiment.begin(
            "registry",
            clients,
            script,
            plan.idleTimeout(),
            progress,
            (event, receivedMs) -> heard.incrementAndGet())) {
      experiment.awaitFirstFrame();
      registry.close();
      progress.accept("The registry is away; the application starts.");
      Map<String, String> settings = AppUnderTest.settings(plan.idleTimeout());
      settings.put("schema.registry.url", clients.get("schema.registry.url"));
      app = bed.startApp("app-registry", AppUnderTest.JVM, settings);
      awaitComplaint(app);
      Thread.sleep(plan.away().toMillis());
      long heardWithout = heard.get();
      registry = registry(registry.port());
      progress.accept("The registry is back.");
      awaitEvents(app);
      registry.close();
      progress.accept("The registry is away again.");
      Thread.sleep(plan.away().toMillis());
      registry = registry(registry.port());
      progress.accept("The registry is back.");
      experiment.awaitBeginnings(plan.calls());
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("events while the registry was away at the start", heardWithout);
      FaultReport report = experiment.finish(facts);
      List<String> lines = app.output();
      report.facts().put("the application's console", lines);
      List<Verdict> verdicts = new ArrayList<>(report.verdicts());
      verdicts.add(saysSo(lines));
      return new FaultReport(report.scenario(), report.facts(), verdicts);
    } finally {
      if (app != null) {
        app.close();
      }
      registry.close();
    }
  }

  private EmbeddedRegistry registry(int port) {
    return EmbeddedRegistry.start(Optional.of(folder.resolve("registry-away.jsonl")), port);
  }

  private static void awaitComplaint(ChildJvm app) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (app.output().stream().noneMatch(line -> line.contains(COMPLAINT))
        && System.nanoTime() < deadline) {
      app.requireAlive();
      Thread.sleep(50);
    }
  }

  private void awaitEvents(ChildJvm app) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (heard.get() == 0 && System.nanoTime() < deadline) {
      app.requireAlive();
      Thread.sleep(20);
    }
  }

  /** One line for each try, and no traces of stacks. */
  private static Verdict saysSo(List<String> lines) {
    long complaints = lines.stream().filter(line -> line.contains(COMPLAINT)).count();
    boolean clear =
        lines.stream()
            .allMatch(line -> line.startsWith("temperline: ") || line.startsWith("Kafka: "));
    return new Verdict(
        "its console has but clear lines, also on the registry",
        clear && complaints > 0,
        complaints + " on the registry");
  }
}

package io.temperline.standalone.faults;

import io.temperline.speech.window.WindowConfig;
import io.temperline.standalone.CannotStartException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Calls during which something goes wrong, and the very same calls again with nothing going wrong.
 */
final class Experiment implements AutoCloseable {

  /** With nothing new for so long, beyond the idle timeout, nothing more will come. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final String scenario;
  private final Map<String, String> clients;
  private final Duration idleTimeout;
  private final Consumer<String> progress;
  private final Results results;
  private final CallLoad load;

  private Experiment(
      String scenario,
      Map<String, String> clients,
      CallScript script,
      Duration idleTimeout,
      Consumer<String> progress,
      Results.Listener listener) {
    this.scenario = scenario;
    this.clients = clients;
    this.idleTimeout = idleTimeout;
    this.progress = progress;
    results = new Results(clients, listener);
    load = CallLoad.begin(clients, scenario, script);
  }

  /**
   * Begins calls, which go on until {@link #finish}.
   *
   * @param scenario begins the ids of the calls
   * @param clients what Kafka clients and serializers need
   * @param idleTimeout of the application
   * @param progress is told what happens
   * @param listener hears each emotion event
   */
  static Experiment begin(
      String scenario,
      Map<String, String> clients,
      CallScript script,
      Duration idleTimeout,
      Consumer<String> progress,
      Results.Listener listener) {
    return new Experiment(scenario, clients, script, idleTimeout, progress, listener);
  }

  /** Returns when so many calls have begun. */
  void awaitBeginnings(int calls) throws InterruptedException {
    load.awaitBeginnings(calls);
  }

  /** Returns when gateways need nothing more than the broker. */
  void awaitFirstFrame() throws InterruptedException {
    load.awaitFirstFrame();
  }

  /**
   * Lets the calls come to their ends, plays them again and compares. The application must be
   * running.
   *
   * @param facts what is told of the scenario beside the calls
   */
  FaultReport finish(Map<String, Object> facts) throws InterruptedException {
    List<ScriptedCall> calls = load.finish();
    progress.accept("The calls are over; waiting for their histories.");
    Duration patience = PATIENCE.plus(idleTimeout);
    boolean complete = results.await(ids(scenario, calls), patience);
    progress.accept("Playing the same calls again, undisturbed.");
    String again = scenario + "-again";
    load.playAgain(again, calls);
    if (!results.await(ids(again, calls), patience)) {
      throw new CannotStartException(
          "the undisturbed calls have no complete histories: nothing to compare with");
    }
    results.catchUp(clients);
    Comparison comparison = new Comparison(pairs(again, calls), WindowConfig.DEFAULT);
    Map<String, Object> all = new LinkedHashMap<>(facts);
    comparison.describe(all);
    List<Verdict> verdicts = new ArrayList<>(comparison.verdicts());
    verdicts.add(
        new Verdict("every call came to its end", complete, complete ? "all" : "some did not"));
    verdicts.add(
        new Verdict(
            "no record taken for unreadable",
            results.deadLetters() == 0,
            results.deadLetters() + " dead letters"));
    return new FaultReport(scenario, all, verdicts);
  }

  private List<Comparison.Pair> pairs(String again, List<ScriptedCall> calls) {
    return calls.stream()
        .map(
            call ->
                new Comparison.Pair(
                    call,
                    results.of(call.id(again)),
                    results.of(call.id(scenario)).as(call.id(again))))
        .toList();
  }

  private static List<String> ids(String name, List<ScriptedCall> calls) {
    return calls.stream().map(call -> call.id(name)).toList();
  }

  @Override
  public void close() {
    results.close();
  }
}

package io.temperline.standalone.past;

import io.temperline.dashboard.rules.BackTester;
import io.temperline.rules.RuleSet;
import io.temperline.schemas.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries rule sets on the calls that the topics still hold. */
public final class TopicBackTester implements BackTester {

  private final Map<String, String> clients;
  private final Topics topics;

  /**
   * @param clients Kafka's and Confluent's properties by their own keys
   */
  public TopicBackTester(Map<String, String> clients) {
    this.clients = Map.copyOf(clients);
    topics = new Topics(this.clients);
  }

  @Override
  public Outcome run(RuleSet tested, RuleSet against, Instant since, Meter meter) {
    AtomicLong unreadable = new AtomicLong();
    TopicPast past =
        new TopicPast(
            clients, topics, Optional.of(since), (records, topic) -> unreadable.addAndGet(records));
    List<Judgement> judgements =
        Judgement.of(new MeteredPast(past, meter), List.of(tested, against), Optional.of(since));
    Judgement first = judgements.get(0);
    return new Outcome(
        first.calls(),
        first.time(),
        unreadable.get(),
        alerts(first.alerts(), judgements.get(1).alerts()));
  }

  /** Call by call: all against all would take long where there are many. */
  private static List<Alert> alerts(List<PastAlert> tested, List<PastAlert> against) {
    Map<String, List<PastAlert>> now = byCall(tested);
    Map<String, List<PastAlert>> before = byCall(against);
    return Stream.concat(tested.stream(), against.stream())
        .sorted(PastAlert.IN_ORDER)
        .map(PastAlert::call)
        .distinct()
        .map(
            call ->
                Difference.between(
                    now.getOrDefault(call, List.of()), before.getOrDefault(call, List.of())))
        .flatMap(TopicBackTester::alerts)
        .toList();
  }

  private static Map<String, List<PastAlert>> byCall(List<PastAlert> alerts) {
    return alerts.stream().collect(Collectors.groupingBy(PastAlert::call));
  }

  private static Stream<Alert> alerts(Difference difference) {
    return Stream.of(
            difference.same().stream().map(alert -> alert(Change.SAME, alert)),
            difference.moved().stream().map(TopicBackTester::moved),
            difference.onlyFirst().stream().map(alert -> alert(Change.ONLY_TESTED, alert)),
            difference.onlySecond().stream().map(alert -> alert(Change.ONLY_AGAINST, alert)))
        .flatMap(alerts -> alerts);
  }

  private static Alert moved(Difference.Moved moved) {
    return alert(Change.MOVED, moved.first(), Optional.of(moved.second().raisedAt()));
  }

  private static Alert alert(Change change, PastAlert alert) {
    return alert(change, alert, Optional.empty());
  }

  private static Alert alert(Change change, PastAlert alert, Optional<Instant> before) {
    return new Alert(
        change,
        alert.call(),
        alert.rule(),
        alert.severity(),
        alert.raisedAt(),
        before,
        alert.text());
  }
}

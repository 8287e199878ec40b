package io.temperline.standalone.faults;

import io.temperline.schemas.CallHistory;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.WindowStatus;
import io.temperline.speech.window.WindowConfig;
import io.temperline.standalone.Count;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Holds what was said of calls during a fault against what is said of them without one. */
final class Comparison {

  /**
   * A call twice.
   *
   * @param disturbed under the id of the other
   */
  record Pair(ScriptedCall call, CallResult undisturbed, CallResult disturbed) {}

  private record Window(String channel, long index) {
    static Window of(EmotionEvent event) {
      return new Window(event.getChannel().name(), event.getWindow());
    }
  }

  private final List<Pair> pairs;
  private final WindowConfig windows;

  Comparison(List<Pair> pairs, WindowConfig windows) {
    this.pairs = pairs;
    this.windows = windows;
  }

  void describe(Map<String, Object> facts) {
    facts.put("calls", pairs.size());
    facts.put(
        "calls abandoned without word of their end",
        pairs.stream().filter(pair -> pair.call().abandoned()).count());
    facts.put("windows", pairs.stream().mapToLong(pair -> pair.call().windows(windows)).sum());
    facts.put(
        "windows scored",
        pairs.stream()
            .flatMap(pair -> pair.undisturbed().emotions().stream())
            .filter(event -> event.getStatus() == WindowStatus.SCORED)
            .count());
    facts.put(
        "escalation steps",
        pairs.stream().mapToLong(pair -> pair.undisturbed().escalations().size()).sum());
  }

  List<Verdict> verdicts() {
    long expected = pairs.stream().mapToLong(pair -> pair.call().windows(windows)).sum();
    long lost = pairs.stream().mapToLong(this::lost).sum();
    long doubled = pairs.stream().mapToLong(Comparison::doubled).sum();
    return List.of(
        new Verdict("no emotion event lost", lost == 0, lost + " of " + expected),
        new Verdict("no emotion event doubled", doubled == 0, doubled + " of " + expected),
        equal("emotion events equal, field by field and in order", CallResult::emotions),
        allCalls(
            "every event with the conversation so far",
            pair -> pair.disturbed().emotions().stream().allMatch(Comparison::tellsOfTalk),
            pair -> pair.disturbed().emotions()),
        equal("escalations equal, in order", CallResult::escalations),
        equal("final histories equal", CallResult::histories),
        allCalls(
            "one final history for each call",
            pair -> pair.disturbed().histories().size() == 1,
            pair -> pair.disturbed().histories()),
        allCalls(
            "only abandoned calls ended by their silence",
            pair ->
                pair.disturbed().inferredEnds().isEmpty() != pair.call().abandoned()
                    && pair.disturbed().histories().stream()
                        .map(CallHistory::getEndInferred)
                        .allMatch(inferred -> inferred == pair.call().abandoned()),
            pair -> pair.disturbed().inferredEnds()));
  }

  private static boolean tellsOfTalk(EmotionEvent event) {
    return event.getConversation() != null;
  }

  private long lost(Pair pair) {
    return pair.call().windows(windows) - distinct(pair.disturbed().emotions()).size();
  }

  private static long doubled(Pair pair) {
    List<EmotionEvent> events = pair.disturbed().emotions();
    return events.size() - distinct(events).size();
  }

  private static Set<Window> distinct(List<EmotionEvent> events) {
    Set<Window> distinct = new HashSet<>();
    events.forEach(event -> distinct.add(Window.of(event)));
    return distinct;
  }

  private Verdict equal(String property, Function<CallResult, List<?>> said) {
    return allCalls(
        property,
        pair -> said.apply(pair.undisturbed()).equals(said.apply(pair.disturbed())),
        pair -> firstDifference(said.apply(pair.undisturbed()), said.apply(pair.disturbed())));
  }

  private static String firstDifference(List<?> undisturbed, List<?> disturbed) {
    int at = 0;
    while (at < Math.min(undisturbed.size(), disturbed.size())
        && undisturbed.get(at).equals(disturbed.get(at))) {
      at++;
    }
    return "record %d should be %s and is %s"
        .formatted(at, recordAt(undisturbed, at), recordAt(disturbed, at));
  }

  private static Object recordAt(List<?> records, int index) {
    return index < records.size() ? records.get(index) : "missing";
  }

  /**
   * @param finding what is found of a call of which the property does not hold
   */
  private Verdict allCalls(String property, Predicate<Pair> holds, Function<Pair, Object> finding) {
    List<Pair> others = pairs.stream().filter(holds.negate()).toList();
    String calls = Count.of(pairs.size(), "call");
    return new Verdict(
        property,
        others.isEmpty(),
        others.isEmpty()
            ? "in all of " + calls
            : "not in %d of %s: %s; in the first: %s"
                .formatted(
                    others.size(),
                    calls,
                    others.stream()
                        .map(pair -> "%d/%d".formatted(pair.call().line(), pair.call().turn()))
                        .toList(),
                    finding.apply(others.get(0))));
  }
}

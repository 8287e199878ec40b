package io.temperline.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A call with windows a second apart, and what the rules told of it. */
final class PhoneCall {

  static final Instant BEGINNING = Instant.parse("2026-11-21T10:00:00Z");
  static final Duration HOP = Duration.ofSeconds(1);

  private static final RuleSetLoader LOADER = new RuleSetLoader();

  private final Map<String, Object> values = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private RuleEngine engine;
  private CallState state = CallState.NEW;
  private UnaryOperator<CallState> between = UnaryOperator.identity();
  private long windows;

  private PhoneCall(RuleSet rules) {
    engine = new RuleEngine(rules);
  }

  static PhoneCall under(RuleSet rules) {
    return new PhoneCall(rules);
  }

  static PhoneCall under(String yaml) {
    return under(LOADER.load(yaml));
  }

  /** From now on the figure is so. */
  PhoneCall with(String figure, Object value) {
    values.put(figure, value);
    return this;
  }

  /** From now on the figure is not known. */
  PhoneCall without(String figure) {
    values.remove(figure);
    return this;
  }

  /** From now on these rules are in force. */
  PhoneCall nowUnder(String yaml) {
    return nowUnder(LOADER.load(yaml));
  }

  PhoneCall nowUnder(RuleSet rules) {
    engine = new RuleEngine(rules);
    return this;
  }

  /** What happens to the state between any two moments. */
  PhoneCall carrying(UnaryOperator<CallState> between) {
    this.between = between;
    return this;
  }

  PhoneCall speaksFor(int seconds) {
    return goesOn(seconds, true);
  }

  PhoneCall isAngryBy(double anger, int seconds) {
    return with("anger", anger).speaksFor(seconds);
  }

  /** Windows that are not scored. */
  PhoneCall isSilentFor(int seconds) {
    return goesOn(seconds, false);
  }

  PhoneCall ends() {
    take(engine.end(state, now()));
    return this;
  }

  List<Step> steps() {
    return steps;
  }

  Step lastStep() {
    return steps.get(steps.size() - 1);
  }

  CallState state() {
    return state;
  }

  /** What was told: the second of the call, what happened, and to which rule. */
  List<String> story() {
    return steps.stream().map(PhoneCall::told).toList();
  }

  private static String told(Step step) {
    long second = Duration.between(BEGINNING, step.at()).toSeconds();
    String what =
        switch (step.getClass().getSimpleName()) {
          case "Raised" -> "raised";
          case "Updated" -> ((Step.Updated) step).turn().name().toLowerCase();
          default -> "cleared, " + ((Step.Cleared) step).reason().name().toLowerCase();
        };
    return "%ds %s: %s".formatted(second, step.alert().rule(), what);
  }

  private PhoneCall goesOn(int seconds, boolean scored) {
    for (int i = 0; i < seconds; i++) {
      windows++;
      take(engine.next(state, new Moment(now(), HOP, scored, windows, values)));
    }
    return this;
  }

  private Instant now() {
    return BEGINNING.plus(HOP.multipliedBy(windows));
  }

  private void take(RuleEngine.Outcome outcome) {
    state = between.apply(outcome.state());
    steps.addAll(outcome.steps());
  }
}

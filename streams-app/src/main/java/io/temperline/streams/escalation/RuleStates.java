package io.temperline.streams.escalation;

import io.temperline.rules.Action;
import io.temperline.rules.Alert;
import io.temperline.rules.Basis;
import io.temperline.rules.CallState;
import io.temperline.rules.Hold;
import io.temperline.rules.RuleState;
import io.temperline.rules.RuleState.Cooling;
import io.temperline.rules.RuleState.Firing;
import io.temperline.rules.RuleState.Pending;
import io.temperline.rules.Severity;
import io.temperline.streams.state.CoolingRule;
import io.temperline.streams.state.FiringRule;
import io.temperline.streams.state.PendingRule;
import io.temperline.streams.state.RuleHold;
import io.temperline.streams.state.RuleStanding;
import io.temperline.streams.state.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** Between the rules' own state of a call and what a store keeps of it. */
final class RuleStates {

  private RuleStates() {}

  static CallState restored(List<RuleStanding> stored) {
    Map<String, RuleState> rules = new LinkedHashMap<>();
    stored.forEach(standing -> rules.put(standing.getRule(), restored(standing)));
    return new CallState(rules);
  }

  static List<RuleStanding> stored(CallState state) {
    return state.rules().entrySet().stream()
        .map(rule -> new RuleStanding(rule.getKey(), stored(rule.getValue())))
        .toList();
  }

  private static RuleState restored(RuleStanding standing) {
    if (standing.getState() instanceof PendingRule pending) {
      return new Pending(hold(pending.getHold()));
    }
    if (standing.getState() instanceof CoolingRule cooling) {
      return new Cooling(Instant.ofEpochMilli(cooling.getUntil()));
    }
    return firing(standing.getRule(), (FiringRule) standing.getState());
  }

  private static Object stored(RuleState state) {
    if (state instanceof Pending pending) {
      return new PendingRule(hold(pending.hold()));
    }
    if (state instanceof Cooling cooling) {
      return new CoolingRule(cooling.until().toEpochMilli());
    }
    return firing((Firing) state);
  }

  private static Firing firing(String rule, FiringRule stored) {
    Alert alert =
        new Alert(
            rule,
            stored.getVersion(),
            Severity.valueOf(stored.getSeverity()),
            Optional.ofNullable(stored.getAction()).map(Action::valueOf),
            stored.getLabels(),
            new Basis(
                stored.getCondition(),
                Optional.ofNullable(stored.getWatched()),
                optional(stored.getThreshold())),
            stored.getWindow(),
            Instant.ofEpochMilli(stored.getRaisedAt()));
    return new Firing(
        alert,
        hold(stored.getHold()),
        optional(stored.getTold()),
        Duration.ofMillis(stored.getCalmMs()),
        stored.getAnnotations(),
        mapped(
            stored.getValues(),
            value -> value instanceof Span span ? Duration.ofMillis(span.getMs()) : value));
  }

  private static FiringRule firing(Firing firing) {
    Alert alert = firing.alert();
    return FiringRule.newBuilder()
        .setVersion(alert.version())
        .setSeverity(alert.severity().name())
        .setAction(alert.action().map(Action::name).orElse(null))
        .setLabels(alert.labels())
        .setCondition(alert.basis().condition())
        .setWatched(alert.basis().watched().orElse(null))
        .setThreshold(nullable(alert.basis().threshold()))
        .setWindow(alert.window())
        .setRaisedAt(alert.raisedAt().toEpochMilli())
        .setHold(hold(firing.hold()))
        .setTold(nullable(firing.told()))
        .setCalmMs(firing.calm().toMillis())
        .setAnnotations(firing.annotations())
        .setValues(
            mapped(
                firing.values(),
                value -> value instanceof Duration span ? new Span(span.toMillis()) : value))
        .build();
  }

  private static Hold hold(RuleHold stored) {
    return new Hold(
        Instant.ofEpochMilli(stored.getSince()),
        stored.getFirstWindow(),
        stored.getLastWindow(),
        Duration.ofMillis(stored.getHeldMs()),
        optional(stored.getLevel()),
        optional(stored.getPeak()));
  }

  private static RuleHold hold(Hold hold) {
    return new RuleHold(
        hold.since().toEpochMilli(),
        hold.firstWindow(),
        hold.lastWindow(),
        hold.held().toMillis(),
        nullable(hold.level()),
        nullable(hold.peak()));
  }

  private static Map<String, Object> mapped(
      Map<String, Object> values, UnaryOperator<Object> change) {
    Map<String, Object> mapped = new LinkedHashMap<>();
    values.forEach((name, value) -> mapped.put(name, change.apply(value)));
    return mapped;
  }

  private static OptionalDouble optional(Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static Double nullable(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}

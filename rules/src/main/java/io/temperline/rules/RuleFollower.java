package io.temperline.rules;

import io.temperline.rules.RuleState.Cooling;
import io.temperline.rules.RuleState.Firing;
import io.temperline.rules.RuleState.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Follows calls with one rule. */
final class RuleFollower {

  /** Lets a value that rose from 0.5 to 0.6 have risen by 0.1 in binary fractions too. */
  private static final double ROUNDING = 1e-9;

  /** Where the rule stands after a moment, and what happened. */
  record Turn(Optional<RuleState> state, Optional<Step> step) {

    static Turn to(RuleState state) {
      return new Turn(Optional.of(state), Optional.empty());
    }
  }

  private static final Turn NOTHING = new Turn(Optional.empty(), Optional.empty());

  private final Rule rule;
  private final String version;
  private final List<Reference> references;
  private final Basis basis;

  RuleFollower(Rule rule, String version) {
    this.rule = rule;
    this.version = version;
    references = List.copyOf(rule.references());
    basis = Basis.of(rule);
  }

  Turn next(Optional<RuleState> before, Moment moment) {
    Turn unchanged = new Turn(before, Optional.empty());
    Optional<Boolean> inScope = rule.scope().covers(moment);
    if (inScope.isEmpty()) {
      return unchanged;
    }
    if (!inScope.get()) {
      return leave(before, moment);
    }
    if (rule.clock() == Clock.SPEECH && !moment.scored()) {
      return unchanged;
    }
    if (before.orElse(null) instanceof Firing firing) {
      return keepFiring(firing, moment);
    }
    if (before.orElse(null) instanceof Cooling cooling && moment.at().isBefore(cooling.until())) {
      return unchanged;
    }
    return rule.expr().test(moment).map(holds -> watch(before, moment, holds)).orElse(unchanged);
  }

  private Turn leave(Optional<RuleState> before, Moment moment) {
    if (before.orElse(null) instanceof Firing firing) {
      return coolDown(moment, cleared(firing, moment.at(), Step.Reason.OUT_OF_SCOPE));
    }
    return new Turn(before.filter(Cooling.class::isInstance), Optional.empty());
  }

  private Turn watch(Optional<RuleState> before, Moment moment, boolean holds) {
    if (!holds) {
      return NOTHING;
    }
    Hold begun =
        before.orElse(null) instanceof Pending pending ? pending.hold() : Hold.beginningAt(moment);
    Optional<Double> value = watched(moment);
    Hold hold = begun.after(moment, true, value);
    return hold.held().compareTo(rule.lasting()) < 0
        ? Turn.to(new Pending(hold))
        : raise(hold, moment, value);
  }

  private Turn raise(Hold hold, Moment moment, Optional<Double> value) {
    Alert alert =
        new Alert(
            rule.name(),
            version,
            rule.severity(),
            rule.action(),
            rule.labels(),
            basis,
            moment.window(),
            moment.at());
    Map<String, String> annotations = annotations(moment, hold);
    Map<String, Object> values = known(moment);
    OptionalDouble told = value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    return new Turn(
        Optional.of(new Firing(alert, hold, told, Duration.ZERO, annotations, values)),
        Optional.of(new Step.Raised(alert, moment.at(), annotations, Evidence.of(hold, values))));
  }

  private Turn keepFiring(Firing before, Moment moment) {
    Optional<Boolean> holds = rule.expr().test(moment);
    Optional<Boolean> isCalm = isCalm(moment, holds);
    if (holds.isEmpty() && isCalm.isEmpty()) {
      return Turn.to(before);
    }
    Optional<Double> value = watched(moment);
    Hold hold = before.hold().after(moment, holds.orElse(false), value);
    Duration calm =
        isCalm.map(c -> c ? before.calm().plus(moment.hop()) : Duration.ZERO).orElse(before.calm());
    Map<String, Object> values = known(moment);
    if (isCalm.orElse(false) && calm.compareTo(rule.calm()) >= 0) {
      return coolDown(
          moment,
          new Step.Cleared(
              before.alert(),
              moment.at(),
              annotations(moment, hold),
              Evidence.of(hold, values),
              Step.Reason.CALM));
    }
    Firing firing =
        new Firing(before.alert(), hold, before.told(), calm, before.annotations(), values);
    return value.map(v -> tell(firing, moment, v)).orElse(Turn.to(firing));
  }

  private Optional<Boolean> isCalm(Moment moment, Optional<Boolean> holds) {
    return rule.keepFiring()
        .flatMap(Rule.KeepFiring::until)
        .map(until -> until.test(moment))
        .orElse(holds.map(h -> !h));
  }

  /** Tells of the watched value where it has changed by a step. */
  private Turn tell(Firing firing, Moment moment, double value) {
    double change = value - firing.told().orElse(value);
    if (firing.told().isPresent() && Math.abs(change) < step() - ROUNDING) {
      return Turn.to(firing);
    }
    boolean isFirst = firing.told().isEmpty();
    Map<String, String> annotations =
        isFirst ? firing.annotations() : annotations(moment, firing.hold());
    Firing told =
        new Firing(
            firing.alert(),
            firing.hold(),
            OptionalDouble.of(value),
            firing.calm(),
            annotations,
            firing.values());
    Step.Updated update =
        new Step.Updated(
            firing.alert(),
            moment.at(),
            annotations,
            Evidence.of(firing.hold(), firing.values()),
            change > 0 ? Step.Turn.WORSE : Step.Turn.BETTER);
    return new Turn(Optional.of(told), isFirst ? Optional.empty() : Optional.of(update));
  }

  private Turn coolDown(Moment moment, Step cleared) {
    Optional<RuleState> rest =
        rule.cooldown().isZero()
            ? Optional.empty()
            : Optional.of(new Cooling(moment.at().plus(rule.cooldown())));
    return new Turn(rest, Optional.of(cleared));
  }

  static Step cleared(Firing firing, Instant at, Step.Reason reason) {
    return new Step.Cleared(
        firing.alert(),
        at,
        firing.annotations(),
        Evidence.of(firing.hold(), firing.values()),
        reason);
  }

  private double step() {
    return rule.updates().map(Rule.Updates::step).orElse(Double.POSITIVE_INFINITY);
  }

  private Optional<Double> watched(Moment moment) {
    return rule.updates().flatMap(updates -> updates.value().number(moment));
  }

  private Map<String, Object> known(Moment moment) {
    Map<String, Object> values = new LinkedHashMap<>();
    references.forEach(reference -> reference.putKnown(moment, values));
    return values;
  }

  private Map<String, String> annotations(Moment moment, Hold hold) {
    Map<String, String> rendered = new LinkedHashMap<>();
    rule.annotations().forEach((name, text) -> rendered.put(name, text.render(moment, hold)));
    return rendered;
  }
}

package io.temperline.standalone.past;

import io.temperline.rules.Rule;
import io.temperline.rules.RuleEngine;
import io.temperline.rules.RuleSet;
import io.temperline.streams.escalation.Backtest;
import io.temperline.streams.escalation.JudgedCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a rule set says of the calls.
 *
 * @param calls how many it judged
 * @param time how long they are together
 * @param alerts in the order of the calls
 */
public record Judgement(RuleSet rules, int calls, Duration time, List<PastAlert> alerts) {

  /**
   * What a rule comes to.
   *
   * @param calls those that it raised alerts in
   * @param perHour alerts in an hour of call
   */
  public record OfRule(String rule, int alerts, int calls, double perHour) {}

  /**
   * Judges the same calls by each set.
   *
   * @param since calls that began before then are left out
   * @return in the order of the sets
   */
  public static List<Judgement> of(PastCalls calls, List<RuleSet> sets, Optional<Instant> since) {
    List<Backtest> tests = sets.stream().map(Judgement::backtest).toList();
    calls.tellTo(tests);
    List<Judgement> judgements = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      List<JudgedCall> judged =
          tests.get(i).finish().stream()
              .filter(call -> since.isEmpty() || !call.beganAt().isBefore(since.get()))
              .toList();
      judgements.add(of(sets.get(i), judged));
    }
    return judgements;
  }

  private static Backtest backtest(RuleSet set) {
    RuleEngine engine = new RuleEngine(set);
    return new Backtest(at -> engine);
  }

  public static Judgement of(RuleSet rules, List<JudgedCall> calls) {
    return new Judgement(
        rules,
        calls.size(),
        calls.stream()
            .map(call -> Duration.between(call.beganAt(), call.endedAt()))
            .reduce(Duration.ZERO, Duration::plus),
        calls.stream()
            .flatMap(call -> PastAlert.of(call).stream())
            .sorted(PastAlert.IN_ORDER)
            .toList());
  }

  /** In the order of the set. */
  public List<OfRule> byRule() {
    return rules.rules().stream().map(Rule::name).map(this::ofRule).toList();
  }

  private OfRule ofRule(String rule) {
    List<PastAlert> its = alerts.stream().filter(alert -> alert.rule().equals(rule)).toList();
    double hours = time.toMillis() / 3_600_000.0;
    return new OfRule(
        rule,
        its.size(),
        (int) its.stream().map(PastAlert::call).distinct().count(),
        hours > 0 ? its.size() / hours : 0);
  }
}

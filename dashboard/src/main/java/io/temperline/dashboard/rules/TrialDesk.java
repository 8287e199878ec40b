package io.temperline.dashboard.rules;

import io.micronaut.core.annotation.Nullable;
import io.temperline.dashboard.rules.EndedTrialException.Reason;
import io.temperline.rules.RuleSet;
import io.temperline.rules.UnusableRulesException;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Where sets are tried against the one in force: one at a time, and within limits. */
@Singleton
final class TrialDesk {

  /** One that runs, under a name that whoever asked for it has given it. */
  private record Running(String name, BoundedMeter meter) {}

  private final Optional<RulesTrial> trial;
  private final RulesDesk desk;
  private final TrialLimits limits;
  private final AtomicReference<Running> running = new AtomicReference<>();

  /**
   * @param trial null where the dashboard was handed none
   */
  TrialDesk(@Nullable RulesTrial trial, RulesDesk desk, TrialLimits limits) {
    this.trial = Optional.ofNullable(trial);
    this.desk = desk;
    this.limits = limits;
  }

  boolean isOpen() {
    return trial.isPresent();
  }

  /**
   * Tries a set on the calls that began within the span before now.
   *
   * @param name by which it can be cancelled
   * @throws UnusableRulesException with every problem of the set
   * @throws EndedTrialException where there is no outcome
   */
  TrialJson run(String name, String yaml, Duration span) {
    RulesTrial engine = trial.orElseThrow(TrialDesk::noEngine);
    RuleSet tested = desk.check(yaml);
    BoundedMeter meter = new BoundedMeter(limits);
    if (!running.compareAndSet(null, new Running(name, meter))) {
      throw new EndedTrialException(
          Reason.BUSY, "another back-test runs: try again when it has ended");
    }
    try {
      RuleSet against = desk.inForce();
      Instant since = desk.now().minus(span);
      return TrialJson.of(tested, against, since, engine.run(tested, against, since, meter));
    } finally {
      running.set(null);
    }
  }

  /** Ends the one of that name, if it runs. */
  void cancel(String name) {
    Running now = running.get();
    if (now != null && now.name().equals(name)) {
      now.meter().cancel();
    }
  }

  private static EndedTrialException noEngine() {
    return new EndedTrialException(
        Reason.NOT_HERE,
        "this dashboard has no engine to judge calls with: start it by ./temperline dashboard, or"
            + " use ./temperline rules test");
  }
}

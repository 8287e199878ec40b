package io.temperline.dashboard.rules;

import io.micronaut.core.annotation.Nullable;
import io.temperline.dashboard.rules.EndedBackTestException.Reason;
import io.temperline.rules.RuleSet;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Where sets are tried against the one in force: one at a time, and within limits. */
@Singleton
final class BackTestDesk {

  /** One that runs, under a name that whoever asked for it has given it. */
  private record Running(String name, BoundedMeter meter) {}

  private final Optional<BackTester> tester;
  private final RulesDesk desk;
  private final BackTestLimits limits;
  private final AtomicReference<Running> running = new AtomicReference<>();

  /**
   * @param tester null where the dashboard was handed none
   */
  BackTestDesk(@Nullable BackTester tester, RulesDesk desk, BackTestLimits limits) {
    this.tester = Optional.ofNullable(tester);
    this.desk = desk;
    this.limits = limits;
  }

  boolean isOpen() {
    return tester.isPresent();
  }

  /**
   * Tries a set on the calls that began within the span before now.
   *
   * @param name by which it can be cancelled
   * @throws EndedBackTestException where there is no outcome
   */
  BackTestJson run(String name, RuleSet tested, Duration span) {
    BackTester engine = tester.orElseThrow(BackTestDesk::noEngine);
    BoundedMeter meter = new BoundedMeter(limits);
    if (!running.compareAndSet(null, new Running(name, meter))) {
      throw new EndedBackTestException(
          Reason.BUSY, "another back-test runs: try again when it has ended");
    }
    try {
      RuleSet against = desk.inForce();
      Instant since = desk.now().minus(span);
      return BackTestJson.of(tested, against, since, engine.run(tested, against, since, meter));
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

  private static EndedBackTestException noEngine() {
    return new EndedBackTestException(
        Reason.NOT_HERE,
        "this dashboard has no engine to judge calls with: start it by ./temperline dashboard, or"
            + " use ./temperline rules test");
  }
}

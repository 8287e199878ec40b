package io.temperline.dashboard.rules;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.scheduling.TaskExecutors;
import io.temperline.dashboard.rules.EndedTrialException.Reason;
import io.temperline.rules.RuleSet;
import io.temperline.rules.UnusableRulesException;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Where sets are tried against the one in force: one at a time, and within limits. */
@Singleton
final class TrialDesk {

  private final Optional<RulesTrial> trial;
  private final RulesDesk desk;
  private final TrialLimits limits;
  private final ExecutorService executor;
  private final AtomicBoolean isRunning = new AtomicBoolean();

  /**
   * @param trial null where the dashboard was handed none
   */
  TrialDesk(
      @Nullable RulesTrial trial,
      RulesDesk desk,
      TrialLimits limits,
      @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.trial = Optional.ofNullable(trial);
    this.desk = desk;
    this.limits = limits;
    this.executor = executor;
  }

  boolean isOpen() {
    return trial.isPresent();
  }

  /**
   * Tries a set on the calls that began within the span before now. Who cancels the subscription
   * ends the trial.
   *
   * @return an error where there is no outcome: {@link UnusableRulesException}, {@link
   *     EndedTrialException}
   */
  Mono<TrialJson> of(String yaml, Duration span) {
    return Mono.fromCallable(() -> alone(yaml, span))
        .subscribeOn(Schedulers.fromExecutorService(executor));
  }

  private TrialJson alone(String yaml, Duration span) {
    RulesTrial available =
        trial.orElseThrow(
            () ->
                new EndedTrialException(
                    Reason.NOT_HERE,
                    "this dashboard has no engine to judge calls with: start it by ./temperline"
                        + " dashboard, or use ./temperline rules test"));
    RuleSet tested = desk.check(yaml);
    if (!isRunning.compareAndSet(false, true)) {
      throw new EndedTrialException(
          Reason.BUSY, "another back-test runs: try again when it has ended");
    }
    try {
      RuleSet against = desk.inForce();
      Instant since = desk.now().minus(span);
      return TrialJson.of(
          tested, against, since, available.run(tested, against, since, new BoundedMeter(limits)));
    } finally {
      isRunning.set(false);
    }
  }
}

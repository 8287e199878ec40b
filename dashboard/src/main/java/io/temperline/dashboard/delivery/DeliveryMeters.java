package io.temperline.dashboard.delivery;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What there is to know of one target in figures. */
final class DeliveryMeters {

  private static final String TARGET = "target";

  private final Counter delivered;
  private final Counter undelivered;
  private final Counter filtered;
  private final Counter retries;
  private final Timer time;
  private final Clock clock;

  /** When the step was written that is being delivered; null while there is none. */
  private volatile Instant waitingSince;

  DeliveryMeters(MeterRegistry registry, String target, CircuitBreaker breaker, Clock clock) {
    this.clock = clock;
    delivered = steps(registry, target, "delivered");
    undelivered = steps(registry, target, "undelivered");
    filtered = steps(registry, target, "filtered");
    retries =
        Counter.builder("temperline.delivery.retries")
            .description("Attempts beyond a step's first")
            .tag(TARGET, target)
            .register(registry);
    time =
        Timer.builder("temperline.delivery.time")
            .description("Time from a step's timestamp to its acceptance by the target")
            .tag(TARGET, target)
            .serviceLevelObjectives(
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30))
            .register(registry);
    Gauge.builder("temperline.delivery.circuit.open", breaker, DeliveryMeters::isOpen)
        .description("1 while the target is left alone after failures in a row, else 0")
        .tag(TARGET, target)
        .strongReference(true)
        .register(registry);
    Supplier<Number> waiting = this::waitingMillis;
    TimeGauge.builder("temperline.delivery.waiting", waiting, TimeUnit.MILLISECONDS)
        .description("Age of the step that the target has not yet accepted; 0 where none waits")
        .tag(TARGET, target)
        .strongReference(true)
        .register(registry);
  }

  private static Counter steps(MeterRegistry registry, String target, String outcome) {
    return Counter.builder("temperline.delivery.steps")
        .description(
            "Steps of alerts: delivered, filtered as not wanted, or undelivered and put aside")
        .tag(TARGET, target)
        .tag("outcome", outcome)
        .register(registry);
  }

  private static double isOpen(CircuitBreaker breaker) {
    return breaker.getState() == State.CLOSED ? 0 : 1;
  }

  private long waitingMillis() {
    Instant since = waitingSince;
    return since == null ? 0 : Math.max(0, Duration.between(since, clock.instant()).toMillis());
  }

  void waiting(Instant writtenAt) {
    waitingSince = writtenAt;
  }

  void nothingWaits() {
    waitingSince = null;
  }

  void delivered(Instant writtenAt) {
    delivered.increment();
    Duration took = Duration.between(writtenAt, clock.instant());
    time.record(took.isNegative() ? Duration.ZERO : took);
  }

  void undelivered() {
    undelivered.increment();
  }

  void filtered() {
    filtered.increment();
  }

  void retried() {
    retries.increment();
  }
}

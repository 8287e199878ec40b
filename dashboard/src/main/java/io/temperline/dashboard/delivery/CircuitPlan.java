package io.temperline.dashboard.delivery;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.temperline.dashboard.delivery.channel.Answer;
import java.time.Clock;
import java.time.Duration;

/**
 * When a target is left alone.
 *
 * @param failures attempts in a row that speak against the target before it is
 * @param openFor how long it then is, before one attempt shows whether it is back
 */
record CircuitPlan(int failures, Duration openFor) {

  private static final float ALL = 100;

  CircuitBreaker breaker(String name, Clock clock) {
    CircuitBreakerConfig config =
        CircuitBreakerConfig.custom()
            .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(failures)
            .minimumNumberOfCalls(failures)
            .failureRateThreshold(ALL)
            .permittedNumberOfCallsInHalfOpenState(1)
            .waitDurationInOpenState(openFor)
            .recordResult(answer -> ((Answer) answer).speaksAgainstTarget())
            .clock(clock)
            .build();
    return CircuitBreaker.of(name, config);
  }
}

package io.temperline.standalone.bench;

import java.time.Duration;

/**
 * How much is played.
 *
 * @param name begins the ids of the calls
 * @param calls two-channel calls at the same time
 * @param seconds how long each of them is
 * @param speed 1 as in life, N for N times as fast, 0 as fast as Kafka takes it
 */
public record LoadPlan(String name, int calls, int seconds, double speed) {

  private static final Duration LONGEST_RUN_UP = Duration.ofSeconds(10);

  /**
   * How long the load runs before cost and latency are measured: a third of it, at most ten
   * seconds, in which all calls begin. At speed 0 there is no such time.
   */
  Duration runUp() {
    if (speed == 0) {
      return Duration.ZERO;
    }
    Duration third = Duration.ofMillis((long) (seconds * 1000 / speed / 3));
    return third.compareTo(LONGEST_RUN_UP) < 0 ? third : LONGEST_RUN_UP;
  }

  /** Seconds of two-channel calls that are played in a stretch of wall-clock time. */
  double callSecondsIn(Duration wall) {
    return calls * speed * wall.toMillis() / 1000;
  }
}

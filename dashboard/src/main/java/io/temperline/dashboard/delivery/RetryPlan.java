package io.temperline.dashboard.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How often a target is tried, and how long is waited between: twice as long each time, and up to
 * half of that less by chance, so that many that failed together do not come back together.
 *
 * @param attempts 1 or more
 * @param longestWait bounds what a target may ask for too
 */
record RetryPlan(int attempts, Duration firstWait, Duration longestWait) {

  /**
   * @param failed attempts that have failed, 1 or more
   * @param asked what the target asks us to wait
   */
  Duration wait(int failed, Optional<Duration> asked, RandomGenerator random) {
    Duration full = shorter(longestWait, doubled(failed - 1));
    Duration wait = Duration.ofMillis((long) (full.toMillis() * (1 - random.nextDouble() / 2)));
    Duration least = shorter(longestWait, asked.orElse(Duration.ZERO));
    return wait.compareTo(least) < 0 ? least : wait;
  }

  private Duration doubled(int times) {
    Duration wait = firstWait;
    for (int i = 0; i < times && wait.compareTo(longestWait) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return wait;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}

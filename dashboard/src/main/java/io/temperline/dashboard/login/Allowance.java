package io.temperline.dashboard.login;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So many times within a while, for each who asks; then as many more as time goes by. Those who
 * have not asked for longest are forgotten when there are too many. Thread-safe.
 */
final class Allowance {

  private static final int REMEMBERED = 10_000;

  private final int times;
  private final Duration within;
  private final Clock clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > REMEMBERED;
        }
      };

  Allowance(int times, Duration within, Clock clock) {
    this.times = times;
    this.within = within;
    this.clock = clock;
  }

  private record Bucket(double left, long at) {}

  /** Takes one; false where there is none left. */
  synchronized boolean take(String who) {
    long now = clock.millis();
    Bucket before = buckets.getOrDefault(who, new Bucket(times, now));
    double won = (double) Math.max(0, now - before.at()) * times / within.toMillis();
    double left = Math.min(times, before.left() + won);
    boolean isGranted = left >= 1;
    buckets.put(who, new Bucket(isGranted ? left - 1 : left, now));
    return isGranted;
  }

  /** After so long there is one again. */
  Duration pause() {
    return within.dividedBy(times);
  }
}

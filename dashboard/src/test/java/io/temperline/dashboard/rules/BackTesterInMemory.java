package io.temperline.dashboard.rules;

import io.micronaut.context.annotation.Requires;
import io.temperline.dashboard.source.TestTopics;
import io.temperline.rules.Rule;
import io.temperline.rules.RuleSet;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A back-test without an engine: three calls of twenty minutes, in which each rule raises one
 * alert. It can be held up.
 */
@Singleton
@Requires(property = TestTopics.PROPERTY)
@Requires(property = BackTesterInMemory.PROPERTY, notEquals = "none")
public final class BackTesterInMemory implements BackTester {

  public static final String PROPERTY = "test.back-test";

  private static final int WINDOWS = 3_600;

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile CountDownLatch held = new CountDownLatch(0);
  private volatile Instant since;

  /** Until it is released, or its meter ends it. */
  public void hold() {
    held = new CountDownLatch(1);
  }

  public void release() {
    held.countDown();
  }

  public void awaitBegun() throws InterruptedException {
    begun.await();
  }

  /** Returns whether it has. */
  public boolean awaitEnded() throws InterruptedException {
    return ended.await(20, TimeUnit.SECONDS);
  }

  Instant since() {
    return since;
  }

  @Override
  public Outcome run(RuleSet tested, RuleSet against, Instant since, Meter meter) {
    this.since = since;
    begun.countDown();
    try {
      for (int window = 0; window < WINDOWS; window++) {
        meter.window();
      }
      while (!held.await(5, TimeUnit.MILLISECONDS)) {
        meter.event();
      }
      return new Outcome(3, Duration.ofHours(1), 0, alerts(tested, against, since));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      ended.countDown();
    }
  }

  private static List<Alert> alerts(RuleSet tested, RuleSet against, Instant since) {
    List<String> old = names(against);
    List<String> young = names(tested);
    return Stream.concat(
            young.stream()
                .map(
                    rule ->
                        alert(rule, old.contains(rule) ? Change.SAME : Change.ONLY_TESTED, since)),
            old.stream()
                .filter(rule -> !young.contains(rule))
                .map(rule -> alert(rule, Change.ONLY_AGAINST, since)))
        .toList();
  }

  private static List<String> names(RuleSet set) {
    return set.rules().stream().map(Rule::name).toList();
  }

  private static Alert alert(String rule, Change change, Instant since) {
    return new Alert(
        change,
        "c-1042",
        rule,
        "warning",
        since.plusSeconds(90),
        Optional.empty(),
        "Anger 0.61 for 9s");
  }
}

package io.temperline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what comes by itself, sooner or later. */
public final class Await {

  /** On a machine that builds; nothing should take a tenth of it. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

  private Await() {}

  /**
   * @param what is waited for, in words
   */
  public static void await(String what, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
  }
}

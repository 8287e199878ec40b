package io.temperline.standalone.remote;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries until somebody is there, waits longer each time, and says so each time. */
public final class Patience {

  /** What may fail until somebody is there. */
  @FunctionalInterface
  public interface Attempt<T> {
    T make() throws NotThereException, InterruptedException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

  private final Duration firstWait;
  private final Duration longestWait;

  /** As suits a service that is started before those that it needs. */
  public Patience() {
    this(Duration.ofSeconds(1), Duration.ofSeconds(30));
  }

  Patience(Duration firstWait, Duration longestWait) {
    this.firstWait = firstWait;
    this.longestWait = longestWait;
  }

  /** What the first attempt gives that does not fail. */
  public <T> T until(Attempt<T> attempt) throws InterruptedException {
    for (Duration wait = firstWait; ; wait = longer(wait)) {
      try {
        return attempt.make();
      } catch (NotThereException e) {
        LOG.warn("{}; trying again in {} s", e.getMessage(), wait.toSeconds());
        Thread.sleep(wait.toMillis());
      }
    }
  }

  private Duration longer(Duration wait) {
    Duration twice = wait.multipliedBy(2);
    return twice.compareTo(longestWait) < 0 ? twice : longestWait;
  }
}

package io.temperline.streams;

import io.temperline.streams.failure.Cause;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that died, and waits longer each time. What kills a thread is mostly a
 * broker or a registry that is away; nothing is lost by trying again, because the thread's
 * transaction never committed.
 */
final class RestartPolicy implements StreamsUncaughtExceptionHandler, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RestartPolicy.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** After so long without a failure the waits begin anew. */
  private static final Duration HEALTHY = Duration.ofMinutes(5);

  private final CountDownLatch closing = new CountDownLatch(1);
  private Duration wait = FIRST_WAIT;
  private long lastFailure = System.nanoTime();

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable error) {
    long now = System.nanoTime();
    if (now - lastFailure > HEALTHY.toNanos()) {
      wait = FIRST_WAIT;
    }
    LOG.error(
        "A stream thread died and is replaced in {} s: {}", wait.toSeconds(), Cause.of(error));
    LOG.debug("The thread died of this", error);
    if (!pause()) {
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    lastFailure = System.nanoTime();
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /** Lets no thread wait any longer, and replaces no more: the application stops. */
  @Override
  public void close() {
    closing.countDown();
  }

  private boolean pause() {
    try {
      return !closing.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}

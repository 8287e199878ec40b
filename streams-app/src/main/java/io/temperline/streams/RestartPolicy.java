package io.temperline.streams;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.temperline.streams.failure.Cause;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.SerializationException;
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

  private final String registry;
  private final CountDownLatch closing = new CountDownLatch(1);
  private Duration wait = FIRST_WAIT;
  private long lastFailure = System.nanoTime();

  /**
   * @param registry where the schema registry is
   */
  RestartPolicy(String registry) {
    this.registry = registry;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable error) {
    long now = System.nanoTime();
    if (now - lastFailure > HEALTHY.toNanos()) {
      wait = FIRST_WAIT;
    }
    LOG.error("{}; trying again in {} s, nothing is lost", describe(error), wait.toSeconds());
    // The thread goes on to die of the error, and Java would print it once more, with its stack.
    Thread.currentThread()
        .setUncaughtExceptionHandler((thread, fatal) -> LOG.debug("{} died", thread, fatal));
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

  /** What is wrong, for a person, on one line. */
  String describe(Throwable error) {
    boolean whileSerializing = false;
    Throwable root = error;
    while (root.getCause() != null) {
      whileSerializing |= root instanceof SerializationException;
      root = root.getCause();
    }
    boolean registryIsAway =
        whileSerializing
            && (root instanceof IOException
                || (root instanceof RestClientException answer && answer.getStatus() >= 500));
    return registryIsAway
        ? "The schema registry at %s does not answer (%s)".formatted(registry, root.getMessage())
        : "A stream thread died (%s)".formatted(Cause.of(error));
  }
}

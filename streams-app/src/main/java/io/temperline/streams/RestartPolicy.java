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
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** After so long without a failure the waits begin anew. */
  private static final Duration HEALTHY = Duration.ofMinutes(5);

  private final String registry;
  private final CountDownLatch closing = new CountDownLatch(1);
  private Duration pause = Duration.ZERO;
  private long pauseUntil = System.nanoTime();

  /**
   * @param registry where the schema registry is
   */
  RestartPolicy(String registry) {
    this.registry = registry;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable error) {
    Duration pause = nextPause();
    LOG.error("{}; trying again in {} s, nothing is lost", describe(error), pause.toSeconds());
    // The thread goes on to die of the error, and Java would print it once more, with its stack.
    Thread.currentThread()
        .setUncaughtExceptionHandler((thread, fatal) -> LOG.debug("{} died", thread, fatal));
    return sleep(pause)
        ? StreamThreadExceptionResponse.REPLACE_THREAD
        : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }

  /** Threads that die within one pause die of the same: they wait beside one another. */
  private synchronized Duration nextPause() {
    long now = System.nanoTime();
    if (now - pauseUntil > HEALTHY.toNanos()) {
      pause = Duration.ZERO;
    }
    if (now - pauseUntil >= 0) {
      pause = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
      pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
      pauseUntil = now + pause.toNanos();
    }
    return pause;
  }

  /** Lets no thread wait any longer, and replaces no more: the application stops. */
  @Override
  public void close() {
    closing.countDown();
  }

  private boolean sleep(Duration time) {
    try {
      return !closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
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
    if (registryIsAway) {
      return "The schema registry at %s does not answer (%s)"
          .formatted(registry, root.getMessage());
    }
    return whileSerializing && root instanceof RestClientException
        ? "The schema registry at %s refuses (%s): check its settings and permissions"
            .formatted(registry, root.getMessage())
        : "A stream thread died (%s)".formatted(Cause.of(error));
  }
}

package io.temperline.schemas;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes what hangs on what was written before, in one transaction at a time under an id. Whoever
 * begins fences whoever has begun, wherever they run, so what a writer read after it had begun is
 * still so when its transaction commits; the other one begins anew.
 */
public final class LoneWriter {

  private static final int MOST_ATTEMPTS = 20;
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

  /** How long readers wait at most for a writer that died within its transaction. */
  private static final int ABORTED_AFTER_MS = 15_000;

  private final Map<String, Object> config;

  /** Writes within the transaction. */
  @FunctionalInterface
  public interface Pen {

    <V> void write(Topic<V> topic, String key, V value);
  }

  /**
   * @param kafka Kafka's and Confluent's properties by their own keys
   * @param transactionalId the same for all that must not write at once
   */
  public LoneWriter(Map<String, ?> kafka, String transactionalId) {
    config = new HashMap<>(KafkaWriter.config(kafka));
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, ABORTED_AFTER_MS);
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
  }

  /**
   * Returns when all in-sync replicas have what was written. Where the work throws, nothing is
   * written.
   *
   * @param work is begun anew, and reads anew, each time that another writer comes between
   * @throws KafkaException where nothing is written
   */
  public <T> T write(Function<Pen, T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(work);
      } catch (KafkaException e) {
        if (attempt == MOST_ATTEMPTS || !isFenced(e)) {
          throw e;
        }
        pause();
      }
    }
  }

  private <T> T attempt(Function<Pen, T> work) {
    KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    try {
      producer.initTransactions();
      producer.beginTransaction();
      T result = workOrAbort(producer, work);
      producer.commitTransaction();
      return result;
    } finally {
      producer.close(LONGEST_CLOSE); // it would else wait for a broker that is gone
    }
  }

  private static <T> T workOrAbort(KafkaProducer<String, byte[]> producer, Function<Pen, T> work) {
    try {
      return work.apply(new ProducerPen(producer));
    } catch (RuntimeException e) {
      try {
        producer.abortTransaction();
      } catch (KafkaException notAborted) { // the broker does it in time
        e.addSuppressed(notAborted);
      }
      throw e;
    }
  }

  private static boolean isFenced(KafkaException e) {
    return Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof ProducerFencedException
                    || cause instanceof InvalidProducerEpochException);
  }

  /** Of chance length, or two would fence one another again and again. */
  private static void pause() {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toMillis()));
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private record ProducerPen(KafkaProducer<String, byte[]> producer) implements Pen {

    @Override
    public <V> void write(Topic<V> topic, String key, V value) {
      byte[] bytes = topic.values().serializer().serialize(topic.name(), value);
      producer.send(new ProducerRecord<>(topic.name(), key, bytes));
    }
  }
}

package io.temperline.dashboard.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.temperline.schemas.DeadLetterHeaders;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Puts records aside in a topic, as they were read, with their story in the headers. */
final class UndeliveredTopic implements Undelivered, AutoCloseable {

  private final String topic;
  private final Supplier<Producer<byte[], byte[]>> open;
  private Producer<byte[], byte[]> producer;

  /**
   * @param open opens a producer; asked when the first record is put aside, which may be never
   */
  UndeliveredTopic(String topic, Supplier<Producer<byte[], byte[]>> open) {
    this.topic = topic;
    this.open = open;
  }

  @Override
  public void keep(ConsumerRecord<byte[], byte[]> record, String target, String cause, int attempts)
      throws InterruptedException {
    try {
      write(record, record.value(), target, cause, attempts);
    } catch (RecordTooLargeException e) {
      // The headers make it larger than the record was; origin and cause are better than nothing.
      write(record, null, target, cause, attempts);
    }
  }

  private void write(
      ConsumerRecord<byte[], byte[]> record,
      byte[] value,
      String target,
      String cause,
      int attempts)
      throws InterruptedException {
    var letter = new ProducerRecord<>(topic, record.key(), value);
    header(letter, DeadLetterHeaders.TOPIC, record.topic());
    header(letter, DeadLetterHeaders.PARTITION, record.partition());
    header(letter, DeadLetterHeaders.OFFSET, record.offset());
    header(letter, DeadLetterHeaders.CAUSE, cause);
    header(letter, DeadLetterHeaders.TARGET, target);
    header(letter, DeadLetterHeaders.ATTEMPTS, attempts);
    try {
      producer().send(letter).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cannot
          ? cannot
          : new KafkaException(e.getCause());
    }
  }

  private static void header(ProducerRecord<?, ?> letter, String name, Object value) {
    letter.headers().add(name, value.toString().getBytes(UTF_8));
  }

  private synchronized Producer<byte[], byte[]> producer() {
    if (producer == null) {
      producer = open.get();
    }
    return producer;
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close();
    }
  }
}

package io.temperline.gateway.replay;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.Topic;
import io.temperline.schemas.Topics;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Writes frames and events to their topics through one producer. Once a record was refused, all
 * that follow are: a call with a hole in it would be worse than none.
 */
final class CallTopics {

  private final Producer<byte[], byte[]> producer;
  private final Topics topics;
  private final boolean inStep;
  private final AtomicReference<Exception> refusal = new AtomicReference<>();

  /**
   * @param inStep whether Kafka is to have what came before an event before it, and the event
   *     before what comes after: two topics have no other order where time does not pass between
   *     them
   */
  CallTopics(Producer<byte[], byte[]> producer, Topics topics, boolean inStep) {
    this.producer = producer;
    this.topics = topics;
    this.inStep = inStep;
  }

  /**
   * Hands the frame over; waits where the producer's buffer is full.
   *
   * @throws ReplayFailedException where this record or one before it was refused
   */
  void write(AudioFrame frame) {
    write(topics.audio(), frame.getCallId(), frame, frame.getCapturedAt());
  }

  /**
   * Hands the event over; waits where the producer's buffer is full.
   *
   * @throws ReplayFailedException where this record or one before it was refused
   */
  void write(CallEvent event) {
    keepStep();
    write(topics.calls(), event.getCallId(), event, event.getEffectiveAt());
    keepStep();
  }

  private void keepStep() {
    if (inStep) {
      flush();
    }
  }

  /**
   * Waits until Kafka has every record.
   *
   * @throws ReplayFailedException where one was refused
   */
  void flush() {
    producer.flush();
    failWhereRefused();
  }

  private <V> void write(Topic<V> topic, String callId, V value, Instant at) {
    try {
      byte[] key = topic.keys().serializer().serialize(topic.name(), callId);
      byte[] bytes = topic.values().serializer().serialize(topic.name(), value);
      producer.send(
          new ProducerRecord<>(topic.name(), null, at.toEpochMilli(), key, bytes),
          (metadata, refused) -> refusal.compareAndSet(null, refused));
    } catch (KafkaException | AvroRuntimeException e) {
      refusal.compareAndSet(null, e);
    }
    failWhereRefused();
  }

  private void failWhereRefused() {
    Exception cause = refusal.get();
    if (cause != null) {
      throw new ReplayFailedException("The replay stopped: " + reason(cause), cause);
    }
  }

  /** The innermost message: serializers wrap what the registry or the network said. */
  private static String reason(Throwable cause) {
    Throwable innermost = cause;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    return message == null ? innermost.getClass().getSimpleName() : message;
  }
}

package io.temperline.streams.failure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.temperline.schemas.DeadLetterHeaders;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** What is left of a record that was too large: a dead letter without a value. */
final class GivenUp {

  private GivenUp() {}

  /**
   * @param topic of the dead letters
   * @param cause one line
   */
  static ProducerRecord<byte[], byte[]> letter(
      String topic, ErrorHandlerContext context, Object key, String cause) {
    byte[] callId = key == null ? null : bytes(key.toString());
    var letter = new ProducerRecord<byte[], byte[]>(topic, callId, null);
    Headers headers = letter.headers();
    headers.add(DeadLetterHeaders.CAUSE, bytes(cause));
    if (context.topic() != null) {
      headers.add(DeadLetterHeaders.TOPIC, context.topic().getBytes(UTF_8));
      headers.add(
          DeadLetterHeaders.PARTITION, Integer.toString(context.partition()).getBytes(UTF_8));
      headers.add(DeadLetterHeaders.OFFSET, Long.toString(context.offset()).getBytes(UTF_8));
    }
    return letter;
  }

  /** Shortened, so that what is left is not too large itself. */
  private static byte[] bytes(String text) {
    return "%.1000s".formatted(text).getBytes(UTF_8);
  }

  /** A call's id, which may be of any length here, for a line of the log. */
  static String name(Object callId) {
    return "%.100s".formatted(callId);
  }

  /** The input record at which it happened, in words. */
  static String origin(ErrorHandlerContext context) {
    return "record %d of %s-%d".formatted(context.offset(), context.topic(), context.partition());
  }
}

package io.temperline.schemas;

import java.util.Map;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Refuses values that are too large before a producer sees them. A producer that meets such a
 * record in a transaction can only abort the transaction, with all that is in it.
 */
final class BoundedSerializer<T> implements Serializer<T> {

  private final Serializer<T> values;
  private final int mostBytes;

  /**
   * @param mostBytes with the headers of the record
   */
  BoundedSerializer(Serializer<T> values, int mostBytes) {
    this.values = values;
    this.mostBytes = mostBytes;
  }

  @Override
  public void configure(Map<String, ?> config, boolean isKey) {
    values.configure(config, isKey);
  }

  @Override
  public byte[] serialize(String topic, T value) {
    return bounded(topic, values.serialize(topic, value), 0);
  }

  @Override
  public byte[] serialize(String topic, Headers headers, T value) {
    return bounded(topic, values.serialize(topic, headers, value), bytesOf(headers));
  }

  private byte[] bounded(String topic, byte[] bytes, int besides) {
    if (bytes != null && bytes.length + besides > mostBytes) {
      throw new RecordTooLargeException(
          "a record for %s has %d bytes, %d are allowed"
              .formatted(topic, bytes.length + besides, mostBytes));
    }
    return bytes;
  }

  private static int bytesOf(Headers headers) {
    int bytes = 0;
    for (Header header : headers) {
      bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
    }
    return bytes;
  }

  @Override
  public void close() {
    values.close();
  }
}

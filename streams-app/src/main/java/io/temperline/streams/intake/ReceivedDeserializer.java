package io.temperline.streams.intake;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Turns a deserializer that throws on bad bytes into one that says what was wrong.
 *
 * @param <T> the type of the values
 */
final class ReceivedDeserializer<T> implements Deserializer<Received<T>> {

  private final Deserializer<T> values;

  ReceivedDeserializer(Deserializer<T> values) {
    this.values = values;
  }

  /**
   * @throws SerializationException where the registry could not be asked: that is no fault of the
   *     record, and the record must be read again later
   */
  @Override
  public Received<T> deserialize(String topic, byte[] raw) {
    if (raw == null) {
      return new Received.Unreadable<>(null, "the record has no value");
    }
    try {
      return new Received.Readable<>(values.deserialize(topic, raw), raw);
    } catch (SerializationException e) {
      if (registryIsAway(e)) {
        throw e;
      }
      return new Received.Unreadable<>(raw, describe(e));
    } catch (RuntimeException e) {
      // Avro answers some malformed bytes with IndexOutOfBounds, Negative array size and the like.
      return new Received.Unreadable<>(raw, describe(e));
    }
  }

  private static boolean registryIsAway(Throwable error) {
    for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketException
          || cause instanceof SocketTimeoutException
          || cause instanceof UnknownHostException
          || (cause instanceof RestClientException answer && answer.getStatus() >= 500)) {
        return true;
      }
    }
    return false;
  }

  private static String describe(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null && !(root.getCause() instanceof IOException)) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message;
  }

  @Override
  public void close() {
    values.close();
  }
}

package io.temperline.streams.intake;

import io.temperline.streams.failure.Blame;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Turns a deserializer that throws on bad bytes into one that says what was wrong.
 *
 * @param <T> the type of the values
 */
final class ReceivedDeserializer<T> implements Deserializer<Received<T>> {

  private final Class<T> type;
  private final Deserializer<T> values;

  ReceivedDeserializer(Class<T> type, Deserializer<T> values) {
    this.type = type;
    this.values = values;
  }

  /**
   * @throws RuntimeException where the registry could not be asked or refuses us, or Avro trusts
   *     none of our classes: that is no fault of the record, and the record must be read again
   *     later
   */
  @Override
  public Received<T> deserialize(String topic, byte[] raw) {
    if (raw == null) {
      return new Received.Unreadable<>(null, "the record has no value");
    }
    try {
      return received(values.deserialize(topic, raw), raw);
    } catch (RuntimeException e) {
      // Beside SerializationException: Avro answers some malformed bytes with IndexOutOfBounds.
      if (Blame.isNotOfTheRecord(e)) {
        throw e;
      }
      return new Received.Unreadable<>(raw, describe(e));
    }
  }

  /** A registry has the schemas of all topics: a record may be sound, and another topic's. */
  private Received<T> received(Object value, byte[] raw) {
    return type.isInstance(value)
        ? new Received.Readable<>(type.cast(value), raw)
        : new Received.Unreadable<>(
            raw,
            "the topic takes records of type %2$s, this is of type %1$s"
                .formatted(
                    value == null ? "null" : value.getClass().getSimpleName(),
                    type.getSimpleName()));
  }

  /** The error and what is at its root, on one line. */
  private static String describe(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String cause = root == error ? "" : " (" + text(root) + ")";
    return text(error) + cause;
  }

  private static String text(Throwable error) {
    String name = error.getClass().getSimpleName();
    return error.getMessage() == null ? name : error.getMessage();
  }

  @Override
  public void close() {
    values.close();
  }
}

package io.temperline.streams.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Writes values of state stores in Avro's single-object encoding. Nobody but this application reads
 * them, so they need no registry; the encoding's fingerprint still refuses bytes of another schema.
 */
public final class AvroState {

  /** A changelog takes a record of 1 MiB by default, and a producer too. */
  public static final int MOST_BYTES = (1 << 20) - (8 << 10);

  private AvroState() {}

  /** What a changelog would not take must not get into a store: see {@code UnwrittenOutput}. */
  private static byte[] bounded(String topic, byte[] value) {
    if (value.length > MOST_BYTES) {
      throw new RecordTooLargeException(
          "a state for %s has %d bytes, %d are allowed".formatted(topic, value.length, MOST_BYTES));
    }
    return value;
  }

  /**
   * Its serializer throws {@code RecordTooLargeException} at a value that no changelog would take.
   *
   * @param type a generated class
   */
  public static <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
    SpecificData model = SpecificData.getForClass(type);
    // The code that was generated for the class, in place of going through its schema each time.
    model.setCustomCoders(true);
    var encoder = new BinaryMessageEncoder<T>(model, model.getSchema(type));
    var decoder = new BinaryMessageDecoder<T>(model, model.getSchema(type));
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : bounded(topic, write(encoder, value)),
        (topic, bytes) -> bytes == null ? null : read(decoder, ByteBuffer.wrap(bytes)));
  }

  /** A value in single-object encoding. */
  public static <T> byte[] write(BinaryMessageEncoder<T> encoder, T value) {
    try {
      ByteBuffer buffer = encoder.encode(value);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("encoding to memory failed", e);
    }
  }

  /**
   * What {@link #write} wrote.
   *
   * @throws SerializationException where it was written with a schema that the decoder cannot read
   */
  public static <T> T read(BinaryMessageDecoder<T> decoder, ByteBuffer bytes) {
    try {
      return decoder.decode(bytes);
    } catch (IOException e) {
      throw new SerializationException("a state store holds a record of another schema", e);
    }
  }
}

package io.temperline.streams.emotion;

import io.temperline.schemas.CallEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** A call event inside a call's state, in Avro's single-object encoding. */
final class EventBytes {

  private EventBytes() {}

  static ByteBuffer of(CallEvent event) {
    try {
      return CallEvent.getEncoder().encode(event);
    } catch (IOException e) {
      throw new UncheckedIOException("encoding to memory failed", e);
    }
  }

  static CallEvent read(ByteBuffer bytes) {
    try {
      return CallEvent.getDecoder().decode(bytes.duplicate());
    } catch (IOException e) {
      throw new UncheckedIOException("a call's state holds an event of another schema", e);
    }
  }
}

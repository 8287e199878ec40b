package io.temperline.streams.emotion;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.temperline.schemas.Channel;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Key of a channel's records in a store: in byte order, a channel's records lie side by side and
 * ascend by number. It is its own bytes, for the key of an open chunk is written fifty times a
 * second.
 */
final class ChannelKey {

  private final byte[] bytes;

  private ChannelKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The length in front keeps one call's id from being the beginning of another's.
   *
   * @param number not negative: a slot or a sequence
   */
  static ChannelKey of(String callId, Channel channel, long number) {
    byte[] id = callId.getBytes(UTF_8);
    return new ChannelKey(
        ByteBuffer.allocate(Integer.BYTES + id.length + 1 + Long.BYTES)
            .putInt(id.length)
            .put(id)
            .put((byte) channel.ordinal())
            .putLong(number)
            .array());
  }

  /** The key of the one record that a channel has in a store. */
  static ChannelKey only(String callId, Channel channel) {
    return of(callId, channel, 0);
  }

  static Serde<ChannelKey> serde() {
    return Serdes.serdeFrom((topic, key) -> key.bytes, (topic, bytes) -> new ChannelKey(bytes));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChannelKey key && Arrays.equals(bytes, key.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte[] id = new byte[buffer.getInt()];
    buffer.get(id);
    Channel channel = Channel.values()[buffer.get()];
    return "%s/%s/%d".formatted(new String(id, UTF_8), channel, buffer.getLong());
  }
}

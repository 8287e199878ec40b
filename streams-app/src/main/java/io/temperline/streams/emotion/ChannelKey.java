package io.temperline.streams.emotion;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.temperline.schemas.Channel;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Key of a channel's records in a store: in byte order, a channel's records lie side by side and
 * ascend by number.
 *
 * @param number not negative: a sample position or a sequence; 0 where a channel has one record
 */
record ChannelKey(String callId, Channel channel, long number) {

  /** The key of the one record that a channel has in a store. */
  static ChannelKey only(String callId, Channel channel) {
    return new ChannelKey(callId, channel, 0);
  }

  static Serde<ChannelKey> serde() {
    return Serdes.serdeFrom((topic, key) -> key.toBytes(), (topic, bytes) -> fromBytes(bytes));
  }

  /** The length in front keeps one call's id from being the beginning of another's. */
  private byte[] toBytes() {
    byte[] id = callId.getBytes(UTF_8);
    return ByteBuffer.allocate(Integer.BYTES + id.length + 1 + Long.BYTES)
        .putInt(id.length)
        .put(id)
        .put((byte) channel.ordinal())
        .putLong(number)
        .array();
  }

  private static ChannelKey fromBytes(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    byte[] id = new byte[buffer.getInt()];
    buffer.get(id);
    Channel channel = Channel.values()[buffer.get()];
    return new ChannelKey(new String(id, UTF_8), channel, buffer.getLong());
  }
}

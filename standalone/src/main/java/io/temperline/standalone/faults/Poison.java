package io.temperline.standalone.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import io.temperline.schemas.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;

/** The ways in which a record of the audio topic can be bad, and what the dead letter must say. */
enum Poison {
  CUT_OFF("", (frame, topics) -> half(bytes(frame, topics))),
  UNKNOWN_SCHEMA("", (frame, topics) -> withSchema(bytes(frame, topics), 987_654)),
  WRONG_MAGIC_BYTE("magic byte", (frame, topics) -> withMagic(bytes(frame, topics), 7)),
  ANOTHER_TYPE("this is of type CallEvent", (frame, topics) -> callEvent(frame, topics)),
  NO_AVRO("", (frame, topics) -> "{\"callId\": 7}".getBytes(UTF_8)),
  EMPTY_VALUE("", (frame, topics) -> new byte[0]),
  THREE_BYTES("", (frame, topics) -> new byte[] {0, 0, 0}),
  NO_VALUE("no value", (frame, topics) -> null),
  NO_KEY("key", Poison::bytes),
  ANOTHER_CALLS_KEY("key", Poison::bytes),
  RATE_OF_ZERO("sampleRate 0", changed(frame -> frame.setSampleRate(0))),
  ABSURD_RATE("sampleRate 1000000", changed(frame -> frame.setSampleRate(1_000_000))),
  NEGATIVE_RATE("sampleRate -8000", changed(frame -> frame.setSampleRate(-8_000))),
  EMPTY_PAYLOAD("empty payload", changed(frame -> frame.setPayload(ByteBuffer.allocate(0)))),
  GIANT_PAYLOAD(
      "longer than a second", changed(frame -> frame.setPayload(ByteBuffer.allocate(500_000)))),
  HALF_A_SAMPLE(
      "within a sample",
      changed(
          frame -> {
            frame.setCodec(Codec.L16);
            frame.setPayload(ByteBuffer.allocate(321));
          })),
  UNKNOWN_CODEC("unknown codec", changed(frame -> frame.setCodec(Codec.UNKNOWN))),
  UNKNOWN_CHANNEL("unknown channel", changed(frame -> frame.setChannel(Channel.UNKNOWN))),
  CAPTURED_IN_1970("capturedAt 1970", changed(frame -> frame.setCapturedAt(Instant.EPOCH))),
  CAPTURED_IN_2100(
      "capturedAt 2100",
      changed(frame -> frame.setCapturedAt(Instant.parse("2100-01-01T00:00:00Z"))));

  /** Makes a record's value of a sound frame. */
  private interface Spoiling {
    byte[] spoil(AudioFrame frame, Topics topics);
  }

  private final String cause;
  private final Spoiling spoiling;

  Poison(String cause, Spoiling spoiling) {
    this.cause = cause;
    this.spoiling = spoiling;
  }

  /** What the cause in the dead letter must have in it; every one has some text. */
  String cause() {
    return cause;
  }

  /** The key to send it under; may be null. */
  String key(AudioFrame frame) {
    return switch (this) {
      case NO_KEY -> null;
      case ANOTHER_CALLS_KEY -> "not-" + frame.getCallId();
      default -> frame.getCallId();
    };
  }

  /**
   * @param frame a sound one
   * @return the value to send; may be null
   */
  byte[] value(AudioFrame frame, Topics topics) {
    return spoiling.spoil(frame, topics);
  }

  private static Spoiling changed(Consumer<AudioFrame> change) {
    return (frame, topics) -> {
      AudioFrame copy = AudioFrame.newBuilder(frame).build();
      change.accept(copy);
      return bytes(copy, topics);
    };
  }

  private static byte[] bytes(AudioFrame frame, Topics topics) {
    return topics.audio().values().serializer().serialize(topics.audio().name(), frame);
  }

  private static byte[] callEvent(AudioFrame frame, Topics topics) {
    CallEvent event =
        CallEvent.newBuilder()
            .setCallId(frame.getCallId())
            .setType(CallEventType.ENDED)
            .setEffectiveAt(frame.getCapturedAt())
            .build();
    return topics.calls().values().serializer().serialize(topics.calls().name(), event);
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] withMagic(byte[] bytes, int magic) {
    bytes[0] = (byte) magic;
    return bytes;
  }

  private static byte[] withSchema(byte[] bytes, int id) {
    ByteBuffer.wrap(bytes).putInt(1, id);
    return bytes;
  }
}

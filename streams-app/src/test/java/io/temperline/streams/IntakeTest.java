package io.temperline.streams;

import static io.temperline.streams.Voice.ANGRY;
import static io.temperline.streams.Voice.CALM;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import io.temperline.schemas.DeadLetterHeaders;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeTest {

  @Test
  void bytesThatAreNoFrameGoToTheDeadLettersAndTheCallGoesOn() {
    try (Floor floor = Floor.open()) {
      PhoneCall call = floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(2));
      byte[] sound = floor.bytesOf(call.frame(Channel.AGENT, CALM));
      floor.receiveRaw("ada", "no frame at all".getBytes(UTF_8));
      floor.receiveRaw("ada", new byte[0]);
      floor.receiveRaw("ada", null);
      floor.receiveRaw("ada", new byte[] {0, 0, 0, 99, 99, 1, 2, 3});
      floor.receiveRaw("ada", Arrays.copyOf(sound, sound.length / 2));
      call.callerSpeaks(CALM, ofSeconds(2)).ends();
      floor.waits(ofSeconds(2));

      List<TestRecord<String, byte[]>> letters = floor.deadLetters();
      assertThat(letters).hasSize(5);
      assertThat(letters.get(0).value()).isEqualTo("no frame at all".getBytes(UTF_8));
      assertThat(letters.get(2).value()).isNull();
      assertThat(header(letters.get(4), DeadLetterHeaders.CAUSE))
          .contains("69 bytes are available");
      assertThat(letters)
          .allSatisfy(
              letter -> {
                assertThat(letter.key()).isEqualTo("ada");
                assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo("temperline.audio");
                assertThat(header(letter, DeadLetterHeaders.PARTITION)).isEqualTo("0");
                assertThat(header(letter, DeadLetterHeaders.CAUSE)).isNotBlank();
              });
      assertThat(letters)
          .extracting(letter -> header(letter, DeadLetterHeaders.OFFSET))
          .doesNotHaveDuplicates();
      assertThat(floor.emotions()).hasSize(2);
    }
  }

  @Test
  void aSoundRecordOfAnotherTopicIsPoisonToo() {
    try (Floor floor = Floor.open()) {
      PhoneCall call = floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(2));
      CallEvent event =
          CallEvent.newBuilder()
              .setCallId("ada")
              .setType(CallEventType.ENDED)
              .setEffectiveAt(Floor.NINE)
              .build();
      floor.receiveRaw("ada", floor.bytesOf(event));
      call.callerSpeaks(CALM, ofSeconds(2)).ends();
      floor.waits(ofSeconds(2));

      assertThat(floor.deadLetters())
          .singleElement()
          .satisfies(
              letter ->
                  assertThat(header(letter, DeadLetterHeaders.CAUSE))
                      .isEqualTo(
                          "the topic takes records of type AudioFrame, this is of type CallEvent"));
      assertThat(floor.emotions()).hasSize(2);
    }
  }

  /** With the headers that a dead letter has it would be larger than a producer sends. */
  @Test
  void ofPoisonAsLargeAsKafkaTakesTheOriginAndTheCauseAreKept() {
    try (Floor floor = Floor.open()) {
      PhoneCall call = floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(2));
      floor.receiveRaw("ada", new byte[(1 << 20) - 100]);
      floor.receiveRaw("b".repeat(500_000), new byte[500_000]);
      call.callerSpeaks(CALM, ofSeconds(2)).ends();
      floor.waits(ofSeconds(2));

      assertThat(floor.deadLetters())
          .hasSize(2)
          .allSatisfy(
              letter -> {
                assertThat(letter.value()).isNull();
                assertThat(letter.key()).hasSizeLessThanOrEqualTo(1000);
                assertThat(header(letter, DeadLetterHeaders.TOPIC)).isEqualTo("temperline.audio");
                assertThat(header(letter, DeadLetterHeaders.CAUSE))
                    .contains("left out: a record for temperline.dead-letters has");
              });
      assertThat(floor.emotions()).hasSize(2);
    }
  }

  @ParameterizedTest
  @MethodSource("framesThatMakeNoSense")
  void aFrameThatMakesNoSenseGoesToTheDeadLetters(Consumer<AudioFrame> spoil, String cause) {
    try (Floor floor = Floor.open()) {
      PhoneCall call = floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(2));
      AudioFrame frame = call.frame(Channel.AGENT, ANGRY);
      spoil.accept(frame);
      floor.receiveRaw("ada", floor.bytesOf(frame));
      call.callerSpeaks(CALM, ofSeconds(2)).ends();
      floor.waits(ofSeconds(2));

      assertThat(floor.deadLetters())
          .singleElement()
          .satisfies(letter -> assertThat(header(letter, DeadLetterHeaders.CAUSE)).contains(cause));
      assertThat(floor.emotions()).hasSize(2);
    }
  }

  static Stream<Arguments> framesThatMakeNoSense() {
    return Stream.of(
        spoiled("another call's id", f -> f.setCallId("bob"), "the key 'ada'"),
        spoiled("an endless id", f -> f.setCallId("ada".repeat(400)), "callId of 1200 characters"),
        spoiled("no known channel", f -> f.setChannel(Channel.UNKNOWN), "unknown channel"),
        spoiled("no known codec", f -> f.setCodec(Codec.UNKNOWN), "unknown codec"),
        spoiled("no sample rate", f -> f.setSampleRate(0), "sampleRate 0"),
        spoiled("an absurd sample rate", f -> f.setSampleRate(47_999), "sampleRate 47999"),
        spoiled("a negative sequence", f -> f.setSequence(-1), "negative sequence"),
        spoiled("the last of sequences", f -> f.setSequence(Long.MAX_VALUE), "has no successor"),
        spoiled("no audio", f -> f.setPayload(ByteBuffer.allocate(0)), "empty payload"),
        spoiled(
            "too much audio", f -> f.setPayload(ByteBuffer.allocate(8001)), "longer than a second"),
        spoiled(
            "half a sample",
            f -> {
              f.setCodec(Codec.L16);
              f.setPayload(ByteBuffer.allocate(321));
            },
            "ends within a sample"),
        spoiled(
            "a time long ago",
            f -> f.setCapturedAt(java.time.Instant.EPOCH),
            "far from the broker's time"),
        spoiled(
            "a time to come",
            f -> f.setCapturedAt(Floor.NINE.plus(ofDays(27_000))),
            "far from the broker's time"));
  }

  private static Arguments spoiled(String how, Consumer<AudioFrame> spoil, String cause) {
    return Arguments.of(Named.of(how, spoil), cause);
  }

  private static String header(TestRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), UTF_8);
  }
}

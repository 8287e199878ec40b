package io.temperline.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {

  private final Topics topics = new Topics(Map.of("schema.registry.url", "mock://topics-test"));

  @Test
  void aFrameIsWrittenInConfluentsWireFormatAndReadBack() {
    AudioFrame frame =
        AudioFrame.newBuilder()
            .setCallId("ada")
            .setChannel(Channel.CALLER)
            .setSequence(7)
            .setCapturedAt(Instant.parse("2026-03-02T09:00:00.120Z"))
            .setCodec(Codec.PCMU)
            .setSampleRate(8000)
            .setPayload(ByteBuffer.wrap(new byte[160]))
            .build();
    Topic<AudioFrame> audio = topics.audio();

    byte[] written = audio.values().serializer().serialize(audio.name(), frame);

    assertThat(written[0]).as("Confluent's magic byte").isZero();
    assertThat(ByteBuffer.wrap(written, 1, 4).getInt()).as("schema id").isPositive();
    assertThat(audio.values().deserializer().deserialize(audio.name(), written)).isEqualTo(frame);
  }

  @Test
  void audioIsNotKeptAndHistoryIs() {
    assertThat(topics.audio().settings())
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "900000")
        .containsEntry("message.timestamp.type", "LogAppendTime");
    assertThat(topics.history().settings()).containsEntry("cleanup.policy", "compact,delete");
    assertThat(topics.undelivered().settings())
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "604800000");
    assertThat(topics.audit().settings())
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "31536000000")
        .containsEntry("message.timestamp.type", "LogAppendTime");
    assertThat(topics.rules().settings()).containsExactly(Map.entry("cleanup.policy", "compact"));
  }

  @Test
  void allTopicsAreOurs() {
    assertThat(topics.all())
        .extracting(Topic::name)
        .allMatch(name -> name.startsWith("temperline."));
    assertThat(topics.all()).extracting(Topic::name).doesNotHaveDuplicates().hasSize(10);
  }
}

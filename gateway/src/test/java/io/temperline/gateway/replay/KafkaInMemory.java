package io.temperline.gateway.replay;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Topics;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Kafka's own mock producer, which notes when each record came and reads it as consumers do. */
final class KafkaInMemory extends MockProducer<byte[], byte[]> {

  final Topics topics = new Topics(Map.of("schema.registry.url", "mock://replay"));
  private final List<Sent> sent = new ArrayList<>();
  private final FakeClock clock;
  private Runnable beforeEach = () -> {};

  /** A record as a consumer reads it, and when it was sent. */
  record Sent(String key, SpecificRecord value, Instant timestamp, Instant sentAt) {

    boolean isOf(String callId) {
      return key.equals(callId);
    }
  }

  KafkaInMemory(FakeClock clock, boolean takesEverything) {
    super(takesEverything, null, new ByteArraySerializer(), new ByteArraySerializer());
    this.clock = clock;
  }

  /** Runs {@code action} whenever a record comes. */
  void beforeEach(Runnable action) {
    beforeEach = action;
  }

  @Override
  public synchronized Future<RecordMetadata> send(
      ProducerRecord<byte[], byte[]> record, Callback callback) {
    beforeEach.run();
    sent.add(
        new Sent(
            topics.audio().keys().deserializer().deserialize(record.topic(), record.key()),
            value(record),
            Instant.ofEpochMilli(record.timestamp()),
            clock.now()));
    return super.send(record, callback);
  }

  List<Sent> sent() {
    return List.copyOf(sent);
  }

  List<AudioFrame> frames(String callId, Channel channel) {
    return valuesOf(callId, AudioFrame.class).stream()
        .filter(frame -> frame.getChannel() == channel)
        .toList();
  }

  List<CallEvent> events(String callId) {
    return valuesOf(callId, CallEvent.class);
  }

  CallEvent event(String callId, CallEventType type) {
    return events(callId).stream()
        .filter(event -> event.getType() == type)
        .findFirst()
        .orElseThrow();
  }

  /** All payloads of a channel, one after the other. */
  byte[] audio(String callId, Channel channel) {
    ByteArrayOutputStream audio = new ByteArrayOutputStream();
    for (AudioFrame frame : frames(callId, channel)) {
      byte[] payload = new byte[frame.getPayload().remaining()];
      frame.getPayload().duplicate().get(payload);
      audio.writeBytes(payload);
    }
    return audio.toByteArray();
  }

  private <V> List<V> valuesOf(String callId, Class<V> type) {
    return sent.stream()
        .filter(record -> record.isOf(callId))
        .map(Sent::value)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private SpecificRecord value(ProducerRecord<byte[], byte[]> record) {
    return record.topic().equals(topics.audio().name())
        ? topics.audio().values().deserializer().deserialize(record.topic(), record.value())
        : topics.calls().values().deserializer().deserialize(record.topic(), record.value());
  }
}

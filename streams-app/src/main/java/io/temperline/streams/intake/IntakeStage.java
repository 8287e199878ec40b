package io.temperline.streams.intake;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.Command;
import io.temperline.schemas.Topic;
import io.temperline.schemas.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Where records come in: the sound ones go on, the others to the dead-letter topic with their
 * origin and cause. They come in the order in which they were written, by the broker's clock, also
 * where the application is behind; when something was said they carry in them. See the record of
 * decisions, number 11.
 */
public final class IntakeStage {

  private final StreamsBuilder builder;
  private final Topics topics;

  public IntakeStage(StreamsBuilder builder, Topics topics) {
    this.builder = builder;
    this.topics = topics;
  }

  /**
   * The audio frames.
   *
   * @param clockTolerance how far a frame's capturedAt may be from the broker's time
   */
  public KStream<String, AudioFrame> frames(Duration clockTolerance) {
    return sound(
        "frames",
        AudioFrame.class,
        topics.audio(),
        (record, time) -> record.timestamp(),
        new FrameCheck(clockTolerance));
  }

  /** The call events; one comes before the audio that was written in the same millisecond. */
  public KStream<String, CallEvent> calls() {
    return sound(
        "calls",
        CallEvent.class,
        topics.calls(),
        (record, time) -> Math.max(0, record.timestamp() - 1),
        new CallEventCheck());
  }

  /** What people ask. */
  public KStream<String, Command> commands() {
    return sound(
        "commands",
        Command.class,
        topics.commands(),
        (record, time) -> record.timestamp(),
        new CommandCheck());
  }

  private <T> KStream<String, T> sound(
      String name, Class<T> type, Topic<T> topic, TimestampExtractor time, RecordCheck<T> check) {
    KStream<String, Received<T>> received =
        builder.stream(
                topic.name(),
                Consumed.with(Serdes.String(), receiving(type, topic))
                    .withTimestampExtractor(time)
                    .withName(name + "-in"))
            .processValues(() -> new Checking<>(check), Named.as(name + "-check"));
    received
        .processValues(() -> new DeadLetters<T>(), Named.as(name + "-dead-letters"))
        .to(
            topics.deadLetters().name(),
            Produced.with(topics.deadLetters().keys(), topics.deadLetters().values())
                .withName(name + "-dead-letters-out"));
    return received.flatMapValues(IntakeStage::readable, Named.as(name));
  }

  private static <T> Serde<Received<T>> receiving(Class<T> type, Topic<T> topic) {
    return Serdes.serdeFrom(
        (name, value) -> {
          throw new UnsupportedOperationException("records are only received here");
        },
        new ReceivedDeserializer<>(type, topic.values().deserializer()));
  }

  private static <T> List<T> readable(Received<T> received) {
    return received instanceof Received.Readable<T> readable
        ? List.of(readable.value())
        : List.of();
  }
}

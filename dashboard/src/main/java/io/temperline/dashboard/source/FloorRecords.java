package io.temperline.dashboard.source;

import io.temperline.dashboard.floor.FloorView;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.Topic;
import io.temperline.schemas.Topics;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Turns the records of the four topics that the floor lives on into changes of the floor. */
final class FloorRecords {

  private final Map<String, Handler> handlers;
  private final String historyTopic;
  private final SourceMonitor monitor;

  FloorRecords(Topics topics, FloorView floor, SourceMonitor monitor) {
    this.monitor = monitor;
    this.historyTopic = topics.history().name();
    BiConsumer<CallEvent, Instant> onCall = floor::on;
    BiConsumer<EmotionEvent, Instant> onEmotion = floor::on;
    BiConsumer<Escalation, Instant> onEscalation = floor::on;
    BiConsumer<CallHistory, Instant> onHistory = floor::on;
    handlers =
        Map.of(
            topics.calls().name(),
            handler(topics.calls(), onCall),
            topics.emotions().name(),
            handler(topics.emotions(), onEmotion),
            topics.escalations().name(),
            handler(topics.escalations(), onEscalation),
            historyTopic,
            handler(topics.history(), onHistory));
  }

  private interface Handler {
    void handle(ConsumerRecord<String, byte[]> record, Instant asOf);
  }

  Set<String> topics() {
    return handlers.keySet();
  }

  /** Whether the topic holds the histories, which are read from further back. */
  boolean isHistory(String topic) {
    return topic.equals(historyTopic);
  }

  /**
   * Applies the record; one that cannot be read is counted and passed over.
   *
   * @param asOf when this was news, by the dashboard's clock
   * @throws SourceAwayException where the registry cannot be reached: the record can be read later
   */
  void apply(ConsumerRecord<String, byte[]> record, Instant asOf) {
    if (record.value() == null) {
      return; // an erased call: nothing is said about it any more
    }
    try {
      handlers.get(record.topic()).handle(record, asOf);
    } catch (SerializationException e) {
      monitor.unreadable(
          record.topic(), record.partition(), record.offset(), TopicReader.reason(e));
    }
  }

  private static <V> Handler handler(Topic<V> topic, BiConsumer<V, Instant> change) {
    TopicReader<V> reader = new TopicReader<>(topic);
    return (record, asOf) -> change.accept(reader.read(record.value()), asOf);
  }
}

package io.temperline.dashboard.source;

import io.temperline.dashboard.floor.FloorView;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.Topic;
import io.temperline.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Turns the records of the four topics that the floor lives on into changes of the floor. */
final class FloorRecords implements Records {

  private final Map<String, Handler> handlers;
  private final String historyTopic;
  private final FloorView floor;
  private final SourceMonitor monitor;
  private final SourceSettings settings;

  FloorRecords(
      Topics topics,
      FloorView floor,
      EmotionWatch watch,
      SourceMonitor monitor,
      SourceSettings settings) {
    this.floor = floor;
    this.monitor = monitor;
    this.settings = settings;
    this.historyTopic = topics.history().name();
    BiConsumer<CallEvent, Instant> onCall = floor::on;
    BiConsumer<EmotionEvent, Instant> onEmotion =
        (event, asOf) -> {
          watch.heard(event, asOf);
          floor.on(event, asOf);
        };
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

  @Override
  public Set<String> topics() {
    return handlers.keySet();
  }

  @Override
  public Duration lookBack(String topic) {
    return topic.equals(historyTopic) ? settings.historyLookBack() : settings.lookBack();
  }

  @Override
  public void apply(ConsumerRecord<String, byte[]> record, Instant asOf) {
    if (record.value() == null) {
      floor.erase(record.key(), Instant.ofEpochMilli(record.timestamp()));
      return;
    }
    try {
      handlers.get(record.topic()).handle(record, asOf);
    } catch (SerializationException e) {
      monitor.unreadable(
          record.topic(), record.partition(), record.offset(), TopicReader.reason(e));
    }
  }

  @Override
  public void tidy() {
    floor.tidy();
  }

  private static <V> Handler handler(Topic<V> topic, BiConsumer<V, Instant> change) {
    TopicReader<V> reader = new TopicReader<>(topic);
    return (record, asOf) -> change.accept(reader.read(record.value()), asOf);
  }
}

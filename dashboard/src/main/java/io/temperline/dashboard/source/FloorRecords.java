package io.temperline.dashboard.source;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.temperline.dashboard.floor.FloorView;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.Topic;
import io.temperline.schemas.Topics;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;

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
    } catch (TimeoutException e) {
      throw new SourceAwayException("The schema registry does not answer", e);
    } catch (SerializationException e) {
      if (causes(e).anyMatch(FloorRecords::registryIsAway)) {
        throw new SourceAwayException("The schema registry does not answer", e);
      }
      monitor.unreadable(record.topic(), record.partition(), record.offset(), innermost(e));
    }
  }

  private static <V> Handler handler(Topic<V> topic, BiConsumer<V, Instant> change) {
    return (record, asOf) -> {
      V value = topic.values().deserializer().deserialize(topic.name(), record.value());
      change.accept(value, asOf);
    };
  }

  private static boolean registryIsAway(Throwable cause) {
    return cause instanceof SocketException
        || cause instanceof SocketTimeoutException
        || cause instanceof UnknownHostException
        || (cause instanceof RestClientException e && e.getStatus() >= 500);
  }

  private static String innermost(Throwable error) {
    return causes(error).reduce((outer, inner) -> inner).orElse(error).toString();
  }

  private static Stream<Throwable> causes(Throwable error) {
    return Stream.iterate(error, cause -> cause != null, Throwable::getCause);
  }
}

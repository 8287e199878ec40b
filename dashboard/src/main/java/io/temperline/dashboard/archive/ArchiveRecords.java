package io.temperline.dashboard.archive;

import io.temperline.dashboard.source.Records;
import io.temperline.dashboard.source.SourceMonitor;
import io.temperline.dashboard.source.TopicReader;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/** Files the records of the history topic. */
final class ArchiveRecords implements Records {

  private final Topic<CallHistory> topic;
  private final TopicReader<CallHistory> reader;
  private final Archive archive;
  private final SourceMonitor monitor;
  private final Duration lookBack;

  ArchiveRecords(
      Topic<CallHistory> topic, Archive archive, SourceMonitor monitor, Duration lookBack) {
    this.topic = topic;
    this.reader = new TopicReader<>(topic);
    this.archive = archive;
    this.monitor = monitor;
    this.lookBack = lookBack;
  }

  @Override
  public Set<String> topics() {
    return Set.of(topic.name());
  }

  @Override
  public Duration lookBack(String topic) {
    return lookBack;
  }

  @Override
  public void apply(ConsumerRecord<String, byte[]> record, Instant asOf) {
    if (record.value() == null) {
      archive.remove(record.key());
      return;
    }
    try {
      archive.put(
          reader.read(record.value()), new Filed.Place(record.partition(), record.offset()));
    } catch (SerializationException e) {
      monitor.unreadable(
          record.topic(), record.partition(), record.offset(), TopicReader.reason(e));
    }
  }

  @Override
  public void tidy() {
    archive.tidy();
  }
}

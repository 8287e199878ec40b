package io.temperline.dashboard.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What becomes of the records that a {@link TopicListener} reads. It is called by one thread. */
public interface Records {

  /** The topics to read, all partitions of them. */
  Set<String> topics();

  /** How far back the topic is read at the start. */
  Duration lookBack(String topic);

  /**
   * Takes the record in; one that cannot be read is counted and passed over.
   *
   * @param asOf when this was news, by the dashboard's clock
   * @throws SourceAwayException where the registry cannot be reached: the record can be read later
   */
  void apply(ConsumerRecord<String, byte[]> record, Instant asOf);

  /** Called after each batch, also an empty one: what has become too old can go. */
  void tidy();
}

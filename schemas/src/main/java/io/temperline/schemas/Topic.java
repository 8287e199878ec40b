package io.temperline.schemas;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * A topic as one typed value: its name, how its keys and values are written, and how long it lives.
 *
 * @param name the topic's name
 * @param keys how keys are written
 * @param values how values are written
 * @param settings the topic's own broker settings, among them retention and clean-up policy
 * @param <V> the type of its values
 */
public record Topic<V>(
    String name, Serde<String> keys, Serde<V> values, Map<String, String> settings) {

  public Topic {
    settings = Map.copyOf(settings);
  }

  private static final Duration LONGEST_SEGMENT = Duration.ofDays(1);

  /** A key is a call id. */
  private static final int LONGEST_KEY = 4 << 10;

  /** A topic of the same kind under another name. */
  Topic<V> named(String other) {
    return new Topic<>(other, keys, values, settings);
  }

  /** The same topic, to whose values no more than so many bytes are written, headers included. */
  Topic<V> limitedTo(int mostBytes) {
    return new Topic<>(name, bounded(keys, LONGEST_KEY), bounded(values, mostBytes), settings);
  }

  private static <T> Serde<T> bounded(Serde<T> serde, int mostBytes) {
    return Serdes.serdeFrom(
        new BoundedSerializer<>(serde.serializer(), mostBytes), serde.deserializer());
  }

  /**
   * Settings of a topic whose records go after {@code retention}. A broker deletes whole segments,
   * so these are short beside it: a record goes a third of the retention later at the most, or a
   * day.
   */
  static Map<String, String> deletedAfter(Duration retention) {
    Duration third = retention.dividedBy(3);
    Duration segment = third.compareTo(LONGEST_SEGMENT) < 0 ? third : LONGEST_SEGMENT;
    return Map.of(
        "cleanup.policy",
        "delete",
        "retention.ms",
        Long.toString(retention.toMillis()),
        "segment.ms",
        Long.toString(segment.toMillis()));
  }
}

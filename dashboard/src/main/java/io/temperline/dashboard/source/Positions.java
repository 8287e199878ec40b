package io.temperline.dashboard.source;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each partition has been read. There is no consumer group: the state is built anew with
 * each start of the dashboard, and only a lost connection goes on where it stood.
 */
final class Positions {

  private final Map<TopicPartition, Long> next = new HashMap<>();

  /** Notes that the record has been dealt with. */
  void passed(ConsumerRecord<?, ?> record) {
    next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
  }

  /**
   * Puts the consumer where each partition was left, or, where it was never read, at the first
   * record of its look-back, or at its end where there is none.
   */
  void restore(Consumer<?, ?> consumer, Function<TopicPartition, Instant> lookBackTo) {
    Collection<TopicPartition> partitions = consumer.assignment();
    Map<TopicPartition, Long> unread =
        partitions.stream()
            .filter(partition -> !next.containsKey(partition))
            .collect(Collectors.toMap(p -> p, p -> lookBackTo.apply(p).toEpochMilli()));
    Map<TopicPartition, Long> ends = consumer.endOffsets(unread.keySet());
    Map<TopicPartition, OffsetAndTimestamp> starts = consumer.offsetsForTimes(unread);
    for (TopicPartition partition : unread.keySet()) {
      OffsetAndTimestamp start = starts.get(partition);
      next.put(partition, start != null ? start.offset() : ends.get(partition));
    }
    partitions.forEach(partition -> consumer.seek(partition, next.get(partition)));
  }
}

package io.temperline.standalone.export;

import io.temperline.schemas.CallHistory;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The last record of each call, up to where the topic ends when it is asked. Reads the topic twice:
 * once for where the last records are, and once for what they say, so that it need not hold them.
 */
final class LatestCalls {

  /** What takes the calls, one at a time. */
  interface Taker<E extends Exception> {
    void take(CallHistory call) throws E;
  }

  private record Place(int partition, long offset) {}

  private final HistoryTopic topic;

  LatestCalls(HistoryTopic topic) {
    this.topic = topic;
  }

  /**
   * @param since only calls that were told of then or later
   * @return how many there are
   */
  <E extends Exception> int each(Optional<Instant> since, Taker<E> taker) throws E {
    since.ifPresent(topic::seek);
    Map<Integer, Long> start = topic.positions();
    Map<Integer, Long> ends = topic.ends();
    Map<String, Place> last = new HashMap<>();
    while (!topic.hasReached(ends)) {
      for (ConsumerRecord<String, byte[]> record : topic.poll()) {
        if (isWithin(record, ends)) {
          last.put(record.key(), place(record));
        }
      }
    }
    topic.seek(start);
    int calls = 0;
    while (!topic.hasReached(ends)) {
      for (ConsumerRecord<String, byte[]> record : topic.poll()) {
        if (record.value() != null && place(record).equals(last.get(record.key()))) {
          taker.take(topic.value(record));
          calls++;
        }
      }
    }
    return calls;
  }

  private static boolean isWithin(ConsumerRecord<String, byte[]> record, Map<Integer, Long> ends) {
    return record.offset() < ends.get(record.partition());
  }

  private static Place place(ConsumerRecord<String, byte[]> record) {
    return new Place(record.partition(), record.offset());
  }
}

package io.temperline.standalone.export;

import io.temperline.schemas.CallHistory;
import io.temperline.standalone.CannotStartException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Brings a table of calls up to what the topic tells, and keeps it so if it is asked to. */
final class TableExport {

  private final HistoryTopic topic;
  private final PostgresTable table;
  private long written;
  private long deleted;

  TableExport(HistoryTopic topic, PostgresTable table) {
    this.topic = topic;
    this.table = table;
  }

  /**
   * Goes on where the table's last export stood.
   *
   * @param since where the first export begins; empty for all
   * @param follow true to go on for ever
   */
  void run(Optional<Instant> since, boolean follow) throws SQLException {
    goToStart(since);
    Map<Integer, Long> ends = topic.ends();
    Map<Integer, Long> position = topic.positions();
    while (follow || !topic.hasReached(ends)) {
      Map<String, CallHistory> calls = new LinkedHashMap<>();
      for (ConsumerRecord<String, byte[]> record : topic.poll()) {
        calls.put(record.key(), topic.value(record));
      }
      Map<Integer, Long> reached = topic.positions();
      if (!reached.equals(position)) {
        table.take(calls, position, reached);
        count(calls);
      }
      position = reached;
    }
  }

  private void goToStart(Optional<Instant> since) throws SQLException {
    Map<Integer, Long> known = table.offsets();
    if (known.isEmpty()) {
      since.ifPresent(topic::seek);
      return;
    }
    Map<Integer, Long> ends = topic.ends();
    Map<Integer, Long> beginnings = topic.beginnings();
    known.forEach(
        (partition, offset) -> {
          if (offset > ends.getOrDefault(partition, 0L)) {
            throw new CannotStartException(
                "the table has read partition %d of %s up to %d, and it ends at %d: this is another"
                        .formatted(partition, topic.name(), offset, ends.get(partition))
                    + " topic; export it to another table, with --table");
          }
        });
    topic.seek(known);
    // What retention has taken away in the meantime nobody can read any more.
    known.forEach(
        (partition, offset) -> {
          if (offset < beginnings.get(partition)) {
            topic.seek(Map.of(partition, beginnings.get(partition)));
          }
        });
  }

  private void count(Map<String, CallHistory> calls) {
    long gone = calls.values().stream().filter(call -> call == null).count();
    deleted += gone;
    written += calls.size() - gone;
  }

  /** Rows that were written, one that was written twice counted twice. */
  long written() {
    return written;
  }

  /** Calls that the topic says are erased. */
  long deleted() {
    return deleted;
  }
}

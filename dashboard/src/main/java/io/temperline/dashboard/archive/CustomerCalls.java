package io.temperline.dashboard.archive;

import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Topic;
import io.temperline.schemas.TopicScan;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.KafkaException;

/** Looks up whose calls are whose in all histories that there are, not only the archive's. */
public final class CustomerCalls {

  private final TopicScan scan;
  private final Topic<CallHistory> topic;

  CustomerCalls(TopicScan scan, Topic<CallHistory> topic) {
    this.scan = scan;
    this.topic = topic;
  }

  /**
   * The ids of the customer's calls, live ones among them, that are not erased. Reads the whole
   * topic, for one who asks at a time.
   *
   * @throws KafkaException where Kafka cannot be read
   */
  public synchronized Set<String> of(String customerId) {
    Set<String> calls = new TreeSet<>();
    scan.read(
        topic,
        entry -> {
          if (entry.value() == null) {
            calls.remove(entry.key());
          } else if (customerId.equals(entry.value().getCustomerId())) {
            calls.add(entry.key());
          }
        });
    return calls;
  }
}

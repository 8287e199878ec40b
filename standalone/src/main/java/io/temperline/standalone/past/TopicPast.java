package io.temperline.standalone.past;

import io.temperline.schemas.Topic;
import io.temperline.schemas.TopicScan;
import io.temperline.schemas.Topics;
import io.temperline.streams.escalation.PastListener;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The calls that the topics still hold: what happened to them, then what was heard of them. The
 * windows of a call lie in order in their partition.
 */
public final class TopicPast implements PastCalls {

  private final Map<String, String> clients;
  private final Topics topics;
  private final Optional<Instant> since;
  private final BiConsumer<Long, String> unreadable;

  /**
   * @param topics that hold them
   * @param since windows from before then may be left out
   * @param unreadable is told how many records of which topic nobody can read
   */
  public TopicPast(
      Map<String, String> clients,
      Topics topics,
      Optional<Instant> since,
      BiConsumer<Long, String> unreadable) {
    this.clients = clients;
    this.topics = topics;
    this.since = since;
    this.unreadable = unreadable;
  }

  @Override
  public void tellTo(List<? extends PastListener> listeners) {
    TopicScan scan = new TopicScan(clients);
    count(
        scan.read(
            topics.calls(),
            entry -> {
              if (entry.value() != null) {
                listeners.forEach(listener -> listener.learn(entry.value()));
              }
            }),
        topics.calls());
    count(
        scan.read(
            topics.emotions(),
            since,
            entry -> {
              if (entry.value() != null) {
                listeners.forEach(listener -> listener.hear(entry.value()));
              }
            }),
        topics.emotions());
  }

  private void count(long records, Topic<?> topic) {
    unreadable.accept(records, topic.name());
  }
}

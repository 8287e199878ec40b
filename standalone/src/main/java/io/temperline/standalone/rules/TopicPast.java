package io.temperline.standalone.rules;

import io.temperline.schemas.Topic;
import io.temperline.schemas.TopicScan;
import io.temperline.schemas.Topics;
import io.temperline.streams.escalation.Backtest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The calls that the topics still hold: what happened to them, then what was heard of them. The
 * windows of a call lie in order in their partition.
 */
final class TopicPast implements PastCalls {

  private final Map<String, String> clients;
  private final Optional<Instant> since;
  private final BiConsumer<Long, String> unreadable;

  /**
   * @param since windows from before then may be left out
   * @param unreadable is told how many records of which topic nobody can read
   */
  TopicPast(
      Map<String, String> clients, Optional<Instant> since, BiConsumer<Long, String> unreadable) {
    this.clients = clients;
    this.since = since;
    this.unreadable = unreadable;
  }

  @Override
  public void tellTo(List<Backtest> tests) {
    Topics topics = new Topics(clients);
    TopicScan scan = new TopicScan(clients);
    count(
        scan.read(
            topics.calls(),
            entry -> {
              if (entry.value() != null) {
                tests.forEach(test -> test.learn(entry.value()));
              }
            }),
        topics.calls());
    count(
        scan.read(
            topics.emotions(),
            since,
            entry -> {
              if (entry.value() != null) {
                tests.forEach(test -> test.hear(entry.value()));
              }
            }),
        topics.emotions());
  }

  private void count(long records, Topic<?> topic) {
    unreadable.accept(records, topic.name());
  }
}

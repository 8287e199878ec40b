package io.temperline.standalone.rescore;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/** What topics held at a moment, and how much of it a group has committed. */
final class Backlog {

  /** Behind the last record there may be marks of transactions, which nobody commits. */
  private static final Duration NOTHING_MORE = Duration.ofSeconds(20);

  /** How much is heard, of how much. */
  record Share(long heard, long all) {

    boolean isAll() {
      return heard >= all;
    }

    long percent() {
      return all == 0 ? 100 : 100 * heard / all;
    }
  }

  private final Admin admin;
  private final String group;
  private final Map<TopicPartition, Long> begins;
  private final Map<TopicPartition, Long> ends;
  private long lastHeard;
  private long lastNews = System.nanoTime();

  Backlog(Admin admin, String group, Collection<String> topics)
      throws ExecutionException, InterruptedException {
    this.admin = admin;
    this.group = group;
    List<TopicPartition> partitions =
        admin.describeTopics(topics).allTopicNames().get().values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(info -> new TopicPartition(topic.name(), info.partition())))
            .toList();
    begins = offsets(partitions, OffsetSpec.earliest());
    ends = offsets(partitions, OffsetSpec.latest());
  }

  private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec which)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, which));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    admin
        .listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get()
        .forEach((partition, info) -> offsets.put(partition, info.offset()));
    return offsets;
  }

  /** How much is heard by now; all, where for long nothing more was. */
  Share heard() throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
    long all = 0;
    long heard = 0;
    for (TopicPartition partition : ends.keySet()) {
      long begin = begins.get(partition);
      long end = ends.get(partition);
      OffsetAndMetadata offset = committed.get(partition);
      all += end - begin;
      heard += offset == null ? 0 : Math.min(offset.offset(), end) - begin;
    }
    if (heard != lastHeard) {
      lastHeard = heard;
      lastNews = System.nanoTime();
    }
    boolean nothingMore = heard > 0 && System.nanoTime() - lastNews > NOTHING_MORE.toNanos();
    return new Share(nothingMore ? all : heard, all);
  }
}

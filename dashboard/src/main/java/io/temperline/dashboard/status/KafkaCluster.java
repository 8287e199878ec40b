package io.temperline.dashboard.status;

import io.temperline.dashboard.source.KafkaProperties;
import io.temperline.schemas.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker by an admin client, which is opened when it is first asked. */
final class KafkaCluster implements Cluster, AutoCloseable {

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);

  private final KafkaProperties kafka;
  private final String group;
  private final Set<String> inputs;
  private final String deadLetters;
  private final String undelivered;
  private Admin admin;

  /**
   * @param group the streams application's id
   */
  KafkaCluster(KafkaProperties kafka, String group) {
    this.kafka = kafka;
    this.group = group;
    Topics topics = new Topics(kafka.properties());
    this.inputs = Set.of(topics.audio().name(), topics.calls().name(), topics.commands().name());
    this.deadLetters = topics.deadLetters().name();
    this.undelivered = topics.undelivered().name();
  }

  @Override
  public synchronized Standing standing() {
    Answers answers = new Answers();
    return new Standing(
        group,
        answers.or(this::state, null),
        answers.or(this::lag, null),
        answers.or(() -> held(deadLetters), null),
        answers.or(() -> held(undelivered), null),
        answers.problem());
  }

  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }

  private String state() throws Exception {
    return answer(admin().listGroups().all()).stream()
        .filter(listing -> listing.groupId().equals(group))
        .findAny()
        .flatMap(GroupListing::groupState)
        .map(Enum::name)
        .orElse(null);
  }

  private long lag() throws Exception {
    Map<TopicPartition, OffsetAndMetadata> committed =
        answer(admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    committed.keySet().removeIf(partition -> !inputs.contains(partition.topic()));
    Map<TopicPartition, Long> ends = offsets(committed.keySet(), OffsetSpec.latest());
    return committed.entrySet().stream()
        .filter(entry -> entry.getValue() != null)
        .mapToLong(entry -> Math.max(0, ends.get(entry.getKey()) - entry.getValue().offset()))
        .sum();
  }

  private long held(String topic) throws Exception {
    List<TopicPartition> partitions =
        answer(admin().describeTopics(List.of(topic)).topicNameValues().get(topic))
            .partitions()
            .stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
    Map<TopicPartition, Long> starts = offsets(partitions, OffsetSpec.earliest());
    return partitions.stream().mapToLong(p -> ends.get(p) - starts.get(p)).sum();
  }

  private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec)
      throws Exception {
    Map<TopicPartition, OffsetSpec> asked =
        partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> spec));
    return answer(
            admin().listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED)).all())
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  private Admin admin() {
    if (admin == null) {
      admin = kafka.openAdmin();
    }
    return admin;
  }

  private static <T> T answer(KafkaFuture<T> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
  }
}

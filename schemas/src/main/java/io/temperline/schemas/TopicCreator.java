package io.temperline.schemas;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Makes the catalogue's topics where they are missing; topics that exist are left as they are.
 * Where it returns, each partition's leader takes records.
 */
public final class TopicCreator {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Admin admin;

  public TopicCreator(Admin admin) {
    this.admin = admin;
  }

  /**
   * @param partitions the partitions of each topic; bounds how far the application scales out
   * @param replication copies of each partition; empty takes the broker's default
   * @throws ExecutionException where the broker refuses, with its reason as the cause
   */
  public void createMissing(Topics topics, int partitions, Optional<Short> replication)
      throws ExecutionException, InterruptedException {
    Set<String> existing = admin.listTopics().names().get();
    Map<String, Map<String, String>> missing =
        topics.all().stream()
            .filter(topic -> !existing.contains(topic.name()))
            .collect(Collectors.toMap(Topic::name, Topic::settings));
    create(missing, partitions, replication);
  }

  /**
   * @param settings of each topic, by its name
   * @param partitions the partitions of each topic
   * @param replication copies of each partition; empty takes the broker's default
   * @throws ExecutionException where the broker refuses, with its reason as the cause
   */
  public void create(
      Map<String, Map<String, String>> settings, int partitions, Optional<Short> replication)
      throws ExecutionException, InterruptedException {
    List<NewTopic> topics =
        settings.entrySet().stream()
            .map(
                topic ->
                    new NewTopic(topic.getKey(), Optional.of(partitions), replication)
                        .configs(topic.getValue()))
            .toList();
    try {
      admin.createTopics(topics).all().get();
    } catch (ExecutionException e) {
      // Another instance may have created them in the meantime: that is what we want.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
    awaitLeaders(settings.keySet());
  }

  /**
   * A topic is made before its brokers lead it. A producer that is faster than they are may lose
   * its first records to KAFKA-15591 (brokers before 4.4): the first request is refused, the second
   * taken, and the first one's repetition is out of order for ever.
   */
  private void awaitLeaders(Set<String> topics) throws ExecutionException, InterruptedException {
    long lastTry = System.nanoTime() + PATIENCE.toNanos();
    while (!leadersAnswer(topics, lastTry)) {
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private boolean leadersAnswer(Set<String> topics, long lastTry)
      throws ExecutionException, InterruptedException {
    try {
      // As many partitions as there are: another instance may have made another number.
      Map<TopicPartition, OffsetSpec> made = new HashMap<>();
      for (TopicDescription topic : admin.describeTopics(topics).allTopicNames().get().values()) {
        topic
            .partitions()
            .forEach(
                at ->
                    made.put(
                        new TopicPartition(topic.name(), at.partition()), OffsetSpec.latest()));
      }
      admin.listOffsets(made).all().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException && System.nanoTime() < lastTry) {
        return false;
      }
      throw e;
    }
  }
}

package io.temperline.schemas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the catalogue's topics where they are missing; topics that exist are left as they are. */
public final class TopicCreator {

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
  }
}

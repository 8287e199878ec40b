package io.temperline.standalone.rescore;

import io.temperline.schemas.Topic;
import io.temperline.schemas.TopicCreator;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.remote.MissingTopic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/** Makes the topics of a rescoring. */
final class SeparateTopics {

  private final Admin admin;

  SeparateTopics(Admin admin) {
    this.admin = admin;
  }

  /**
   * @param twin a live topic, of which they get as many partitions
   * @throws CannotStartException where one is there already, or the twin is not
   * @throws ExecutionException where the broker refuses, with its reason as the cause
   */
  void create(List<Topic<?>> topics, String twin) throws ExecutionException, InterruptedException {
    Map<String, Map<String, String>> settings =
        topics.stream().collect(Collectors.toMap(Topic::name, Topic::settings));
    Set<String> existing = admin.listTopics().names().get();
    Optional<String> taken = settings.keySet().stream().filter(existing::contains).findFirst();
    if (taken.isPresent()) {
      throw new CannotStartException(
          "topic %s is there already: choose another name with --to".formatted(taken.get()));
    }
    if (!existing.contains(twin)) {
      throw new CannotStartException("there is no topic %s%s".formatted(twin, MissingTopic.ADVICE));
    }
    int partitions =
        admin.describeTopics(List.of(twin)).allTopicNames().get().get(twin).partitions().size();
    new TopicCreator(admin).create(settings, partitions, Optional.empty());
  }
}

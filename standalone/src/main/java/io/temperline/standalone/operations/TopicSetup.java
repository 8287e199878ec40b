package io.temperline.standalone.operations;

import io.temperline.schemas.TopicCreator;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.operations.TopicPlan.PlannedTopic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;

/** Makes the topics that are missing and holds those that are there against the plan. */
public final class TopicSetup {

  static final int DEFAULT_PARTITIONS = 4;

  /**
   * What was done.
   *
   * @param partitions of each topic
   * @param created the names of those that were missing
   * @param existing the names of the others
   */
  public record Outcome(int partitions, List<String> created, List<String> existing) {}

  private final Admin admin;
  private final TopicPlan plan;

  public TopicSetup(Admin admin, TopicPlan plan) {
    this.admin = admin;
    this.plan = plan;
  }

  /**
   * @param partitions of topics that are missing; empty takes as many as the others have
   * @param replication copies of each partition; empty takes the broker's default
   * @throws CannotStartException where topics are there that do not fit one another or {@code
   *     partitions}
   * @throws ExecutionException where the broker refuses, with its reason as the cause
   */
  public Outcome createMissing(OptionalInt partitions, Optional<Short> replication)
      throws ExecutionException, InterruptedException {
    Map<String, Integer> existing = existing();
    int count = partitions(existing, partitions);
    Map<String, Map<String, String>> missing = new TreeMap<>(plan.settings());
    missing.keySet().removeAll(existing.keySet());
    new TopicCreator(admin).create(missing, count, replication);
    return new Outcome(
        count, List.copyOf(missing.keySet()), existing.keySet().stream().sorted().toList());
  }

  /** A line for each setting of a topic that is there and has another value than planned. */
  public List<String> differences() throws ExecutionException, InterruptedException {
    Map<ConfigResource, Config> configs =
        admin
            .describeConfigs(existing().keySet().stream().map(TopicSetup::topic).toList())
            .all()
            .get();
    List<String> differences = new ArrayList<>();
    for (PlannedTopic planned : plan.topics()) {
      Config actual = configs.get(topic(planned.name()));
      if (actual != null) {
        new TreeMap<>(planned.settings())
            .forEach(
                (setting, value) ->
                    difference(planned.name(), setting, value, actual.get(setting))
                        .ifPresent(differences::add));
      }
    }
    return differences;
  }

  private static Optional<String> difference(
      String topic, String setting, String planned, ConfigEntry actual) {
    if (actual == null || parts(planned).equals(parts(actual.value()))) {
      return Optional.empty();
    }
    return Optional.of(
        "%s: %s is %s, not %s"
            .formatted(
                topic,
                setting,
                TopicTable.described(setting, actual.value()),
                TopicTable.described(setting, planned)));
  }

  /** The order of clean-up policies means nothing. */
  private static Set<String> parts(String value) {
    return new TreeSet<>(List.of(value.split(",")));
  }

  private static ConfigResource topic(String name) {
    return new ConfigResource(ConfigResource.Type.TOPIC, name);
  }

  /** The partitions of those planned topics that are there. */
  private Map<String, Integer> existing() throws ExecutionException, InterruptedException {
    Set<String> names = admin.listTopics().names().get();
    List<String> there = plan.names().stream().filter(names::contains).toList();
    Map<String, Integer> partitions = new HashMap<>();
    for (TopicDescription topic : admin.describeTopics(there).allTopicNames().get().values()) {
      partitions.put(topic.name(), topic.partitions().size());
    }
    return partitions;
  }

  private static int partitions(Map<String, Integer> existing, OptionalInt wanted) {
    Map<Integer, String> byCount =
        existing.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    Map.Entry::getValue,
                    TreeMap::new,
                    Collectors.mapping(
                        Map.Entry::getKey,
                        Collectors.collectingAndThen(
                            Collectors.toList(), TopicSetup::enumerated))));
    if (byCount.size() > 1) {
      throw new CannotStartException(
          "all topics must have the same number of partitions, but %s: delete those that are wrong,"
                  .formatted(inWords(byCount))
              + " and make them with ./temperline topics --create");
    }
    int there = byCount.keySet().stream().findAny().orElse(wanted.orElse(DEFAULT_PARTITIONS));
    if (wanted.isPresent() && wanted.getAsInt() != there) {
      throw new CannotStartException(
          "--partitions is %d, and the topics that are there have %d: leave the option out, or make"
                  .formatted(wanted.getAsInt(), there)
              + " all topics anew");
    }
    return there;
  }

  private static String inWords(Map<Integer, String> byCount) {
    return byCount.entrySet().stream()
        .map(entry -> "%s %d".formatted(entry.getValue(), entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String enumerated(List<String> names) {
    String have = names.size() == 1 ? " has" : " have";
    return names.stream().sorted().collect(Collectors.joining(" and ")) + have;
  }
}

package io.temperline.standalone.operations;

import io.temperline.schemas.Topic;
import io.temperline.schemas.Topics;
import io.temperline.streams.TopologyPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The topics that an installation needs: the catalogue's, then the streams application's internal
 * ones. All have the same number of partitions.
 */
public record TopicPlan(List<PlannedTopic> topics) {

  /**
   * A topic to be.
   *
   * @param settings its own broker settings, by Kafka's names
   */
  record PlannedTopic(String name, Map<String, String> settings) {}

  public TopicPlan {
    topics = List.copyOf(topics);
  }

  /**
   * @param properties as of the streams application; nobody is asked at the addresses in it
   */
  public static TopicPlan of(Properties properties) {
    List<PlannedTopic> planned = new ArrayList<>();
    for (Topic<?> topic : new Topics(map(properties)).all()) {
      planned.add(new PlannedTopic(topic.name(), topic.settings()));
    }
    TopologyPlan topology = TopologyPlan.of(properties);
    topology
        .repartitions()
        .forEach(topic -> planned.add(internal(topic.topic(), topic.settings(), properties)));
    topology
        .changelogs()
        .forEach(topic -> planned.add(internal(topic.topic(), topic.settings(), properties)));
    return new TopicPlan(planned);
  }

  private static PlannedTopic internal(
      String name, Map<String, String> ownSettings, Properties properties) {
    Map<String, String> settings = new HashMap<>(ownSettings);
    settings.putAll(ofAllInternal(properties));
    return new PlannedTopic(name, settings);
  }

  List<String> names() {
    return topics.stream().map(PlannedTopic::name).toList();
  }

  Map<String, Map<String, String>> settings() {
    return topics.stream().collect(Collectors.toMap(PlannedTopic::name, PlannedTopic::settings));
  }

  /** What the properties give Kafka Streams for the topics that it makes. */
  private static Map<String, String> ofAllInternal(Properties properties) {
    String prefix = StreamsConfig.TOPIC_PREFIX;
    return properties.stringPropertyNames().stream()
        .filter(key -> key.startsWith(prefix))
        .collect(Collectors.toMap(key -> key.substring(prefix.length()), properties::getProperty));
  }

  private static Map<String, Object> map(Properties properties) {
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(key -> key, properties::getProperty));
  }
}

package io.temperline.dashboard.rules;

import io.temperline.schemas.KafkaWriter;
import io.temperline.schemas.PublishedRules;
import io.temperline.schemas.Topic;
import io.temperline.schemas.TopicScan;
import io.temperline.schemas.Topics;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/** The topic of the published rule sets: one record a version. */
public final class RulesTopic implements RuleShelf {

  private final Map<String, Object> kafka;
  private final Topic<PublishedRules> topic;

  /**
   * @param kafka Kafka's and Confluent's properties by their own keys
   */
  public RulesTopic(Map<String, ?> kafka) {
    this.kafka = Map.copyOf(kafka);
    topic = new Topics(kafka).rules();
  }

  /**
   * All sets that were published and not deleted.
   *
   * @throws KafkaException where there is no such topic, or broker or registry do not answer
   */
  @Override
  public Collection<PublishedRules> read() {
    Map<String, PublishedRules> byVersion = new LinkedHashMap<>();
    new TopicScan(kafka)
        .read(
            topic,
            entry -> {
              if (entry.value() == null) {
                byVersion.remove(entry.key());
              } else {
                byVersion.put(entry.key(), entry.value());
              }
            });
    return List.copyOf(byVersion.values());
  }

  /**
   * Returns when the broker has it.
   *
   * @throws KafkaException where it is not written
   */
  @Override
  public void put(PublishedRules rules) {
    new KafkaWriter(kafka).write(topic, rules.getVersion(), rules);
  }

  /**
   * Returns when the broker has it.
   *
   * @throws KafkaException where it is not written
   */
  @Override
  public void delete(String version) {
    new KafkaWriter(kafka).write(topic, version, null);
  }
}

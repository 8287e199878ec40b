package io.temperline.dashboard.rules;

import io.temperline.schemas.LoneWriter;
import io.temperline.schemas.PublishedRules;
import io.temperline.schemas.Topic;
import io.temperline.schemas.TopicScan;
import io.temperline.schemas.Topics;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.KafkaException;

/** The topic of the published rule sets: one record a version. */
public final class RulesTopic implements RuleShelf {

  /**
   * The one transactional id of all that publish rules: two of them at once could take the same
   * version. A dashboard needs leave to write under it.
   */
  public static final String TRANSACTIONS = "temperline.rules";

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
   * All sets that were published, withdrawn ones too.
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
   * @throws KafkaException where nothing is written
   */
  @Override
  public <T> T alone(Function<Consumer<PublishedRules>, T> work) {
    return new LoneWriter(kafka, TRANSACTIONS)
        .write(pen -> work.apply(rules -> pen.write(topic, rules.getVersion(), rules)));
  }
}

package io.temperline.dashboard.rules;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import io.temperline.dashboard.source.KafkaProperties;
import io.temperline.rules.RuleSetLoader;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;

/** Wires the rules to their topic. */
@Factory
final class RulesFactory {

  @Singleton
  RuleShelf shelf(KafkaProperties kafka) {
    return new RulesTopic(kafka.properties());
  }

  /**
   * @param emotions the labels of the model; null takes any
   */
  @Singleton
  RulesDesk desk(
      RuleShelf shelf,
      @Nullable @Property(name = "dashboard.rules.emotions") Set<String> emotions,
      Clock clock) {
    RuleSetLoader loader =
        emotions == null ? new RuleSetLoader() : new RuleSetLoader(Set.copyOf(emotions));
    return new RulesDesk(shelf, loader, clock);
  }
}

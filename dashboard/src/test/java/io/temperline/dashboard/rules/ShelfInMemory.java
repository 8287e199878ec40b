package io.temperline.dashboard.rules;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.temperline.dashboard.source.TestTopics;
import io.temperline.schemas.PublishedRules;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.errors.TimeoutException;

/** Published rule sets without a broker. */
@Singleton
@Replaces(RuleShelf.class)
@Requires(property = TestTopics.PROPERTY)
public final class ShelfInMemory implements RuleShelf {

  private final Map<String, PublishedRules> sets = new ConcurrentHashMap<>();
  private volatile boolean away;

  void goAway() {
    away = true;
  }

  @Override
  public Collection<PublishedRules> read() {
    if (away) {
      throw new TimeoutException("nobody is there");
    }
    return List.copyOf(sets.values());
  }

  @Override
  public <T> T alone(Function<Consumer<PublishedRules>, T> work) {
    return work.apply(this::put);
  }

  void put(PublishedRules rules) {
    sets.put(rules.getVersion(), rules);
  }
}

package io.temperline.dashboard.tryit;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.temperline.dashboard.source.KafkaProperties;
import jakarta.inject.Singleton;

/** Wires trials to the topics. */
@Factory
final class TryItFactory {

  @Singleton
  @Bean(preDestroy = "close")
  KafkaTrialTopics topics(KafkaProperties kafka) {
    return new KafkaTrialTopics(kafka.properties());
  }
}

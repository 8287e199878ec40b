package io.temperline.dashboard.status;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.temperline.dashboard.source.KafkaProperties;
import jakarta.inject.Singleton;

/** Wires the status to the broker. */
@Factory
final class StatusFactory {

  @Singleton
  @Bean(preDestroy = "close")
  KafkaCluster cluster(
      KafkaProperties kafka, @Value("${dashboard.status.application:temperline}") String id) {
    return new KafkaCluster(kafka, id);
  }
}

package io.temperline.dashboard.audit;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.temperline.dashboard.source.KafkaProperties;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the audit to its topic. */
@Factory
final class AuditFactory {

  @Singleton
  AuditTrail trail(KafkaProperties kafka) {
    return new AuditTopic(kafka.properties());
  }

  @Singleton
  @Bean(preDestroy = "close")
  Audit audit(AuditTrail trail, Clock clock) {
    return new Audit(trail, clock);
  }
}

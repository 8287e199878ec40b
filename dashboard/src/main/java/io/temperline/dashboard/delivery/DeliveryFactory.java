package io.temperline.dashboard.delivery;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import io.temperline.dashboard.delivery.channel.Channels;
import io.temperline.dashboard.settings.SecretSource;
import io.temperline.dashboard.source.KafkaProperties;
import io.temperline.dashboard.source.TopicReader;
import io.temperline.schemas.Topics;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.SplittableRandom;

/** Wires the deliveries as the settings say. */
@Factory
final class DeliveryFactory {

  @Singleton
  Targets targets(Environment environment, Clock clock) {
    return Targets.read(environment, new SecretSource(System::getenv), new Channels(clock));
  }

  @Singleton
  @Bean(preDestroy = "close")
  Deliveries deliveries(
      Targets targets, KafkaProperties kafka, MeterRegistry registry, Clock clock) {
    DeliveryClients clients = new DeliveryClients(kafka);
    UndeliveredTopic undelivered =
        new UndeliveredTopic(
            new Topics(kafka.properties()).undelivered().name(), clients::producer);
    return new Deliveries(
        targets,
        target -> route(target, targets, kafka, clients, undelivered, registry, clock),
        undelivered,
        clock);
  }

  private static Route route(
      Target target,
      Targets targets,
      KafkaProperties kafka,
      DeliveryClients clients,
      Undelivered undelivered,
      MeterRegistry registry,
      Clock clock) {
    // Deserializers are not shared between threads, so each route has a catalogue of its own.
    Topics topics = new Topics(kafka.properties());
    CircuitBreaker breaker = target.circuit().breaker(target.name(), clock);
    Courier courier =
        new Courier(
            target,
            new Notices(
                new TopicReader<>(topics.escalations()), target.filter(), targets.dashboard()),
            undelivered,
            breaker,
            new DeliveryMeters(registry, target.name(), breaker, clock),
            clock,
            new SplittableRandom());
    return new Route(
        target.name(),
        topics.escalations().name(),
        () -> clients.consumer(Deliveries.GROUP_PREFIX + target.name()),
        courier);
  }
}

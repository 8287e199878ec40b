package io.temperline.dashboard.source;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import io.temperline.dashboard.floor.FloorLimits;
import io.temperline.dashboard.floor.FloorView;
import io.temperline.schemas.Topics;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the floor to the topics. */
@Factory
final class SourceFactory {

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  FloorView floor(FloorLimits limits, Clock clock) {
    return new FloorView(limits, clock);
  }

  @Singleton
  KafkaProperties kafkaProperties(Environment environment) {
    return KafkaProperties.of(environment);
  }

  @Singleton
  Consumers consumers(KafkaProperties kafka) {
    return kafka::openConsumer;
  }

  @Singleton
  @Bean(preDestroy = "close")
  TopicListener listener(
      KafkaProperties kafka,
      Consumers consumers,
      FloorView floor,
      EmotionWatch watch,
      SourceMonitor monitor,
      SourceSettings settings,
      Clock clock) {
    FloorRecords records =
        new FloorRecords(new Topics(kafka.properties()), floor, watch, monitor, settings);
    return new TopicListener("floor-listener", consumers, records, monitor, settings, clock);
  }
}

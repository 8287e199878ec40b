package io.temperline.dashboard.commands;

import io.micronaut.context.annotation.Factory;
import io.temperline.dashboard.source.KafkaProperties;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires commands to their topic. */
@Factory
final class CommandFactory {

  @Singleton
  CommandSink sink(KafkaProperties kafka) {
    return new CommandTopic(kafka.properties());
  }

  @Singleton
  AlertCommands commands(Clock clock) {
    return new AlertCommands(clock);
  }

  @Singleton
  ErasureCommands erasures(Clock clock) {
    return new ErasureCommands(clock);
  }
}

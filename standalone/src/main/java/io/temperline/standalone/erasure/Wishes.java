package io.temperline.standalone.erasure;

import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import io.temperline.schemas.Topics;
import io.temperline.standalone.CannotStartException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Sends to {@code temperline.commands} what somebody asks for. */
final class Wishes implements AutoCloseable {

  private final Topics topics;
  private final String by;
  private final KafkaProducer<String, Command> producer;

  /**
   * @param by who asks
   */
  Wishes(Properties properties, Topics topics, String by) {
    this.topics = topics;
    this.by = by;
    Map<String, Object> config = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> config.put(key, properties.getProperty(key)));
    producer =
        new KafkaProducer<>(
            config, topics.commands().keys().serializer(), topics.commands().values().serializer());
  }

  /**
   * Returns when the broker has it.
   *
   * @param callId null where the customer is to be erased
   * @param customerId null where it is not known
   * @throws CannotStartException where the broker refuses
   */
  void send(CommandType type, String callId, String customerId) {
    Command command =
        Command.newBuilder()
            .setCommandId(UUID.randomUUID().toString())
            .setType(type)
            .setAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
            .setBy(by)
            .setCallId(callId)
            .setCustomerId(customerId)
            .build();
    String key = callId == null ? customerId : callId;
    try {
      producer.send(new ProducerRecord<>(topics.commands().name(), key, command)).get();
    } catch (ExecutionException e) {
      throw new CannotStartException(
          "%s does not take the command: %s"
              .formatted(topics.commands().name(), e.getCause().getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStartException("broken off", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}

package io.temperline.dashboard.commands;

import io.temperline.schemas.Command;
import io.temperline.schemas.KafkaWriter;
import io.temperline.schemas.Topics;
import java.util.Map;
import org.apache.kafka.common.KafkaException;

/** The topic of what people ask. */
public final class CommandTopic implements CommandSink {

  private final Map<String, Object> kafka;
  private final Topics topics;

  /**
   * @param kafka Kafka's and Confluent's properties by their own keys
   */
  public CommandTopic(Map<String, ?> kafka) {
    this.kafka = Map.copyOf(kafka);
    topics = new Topics(kafka);
  }

  /**
   * Returns when the broker has it; the streams application carries it out.
   *
   * @throws KafkaException where it is not written
   */
  @Override
  public void send(Command command) {
    new KafkaWriter(kafka).write(topics.commands(), command.getCallId(), command);
  }
}

package io.temperline.dashboard.commands;

import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import io.temperline.schemas.KafkaWriter;
import io.temperline.schemas.KafkaWriter.KeyValue;
import io.temperline.schemas.Topics;
import java.util.List;
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
   * Returns when the broker has them; the streams application carries them out.
   *
   * @throws KafkaException where one is not written
   */
  @Override
  public void send(List<Command> commands) {
    new KafkaWriter(kafka)
        .writeAll(
            topics.commands(),
            commands.stream().map(command -> new KeyValue<>(key(command), command)).toList());
  }

  private static String key(Command command) {
    return command.getType() == CommandType.ERASE_CUSTOMER
        ? command.getCustomerId()
        : command.getCallId();
  }
}

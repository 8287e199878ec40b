package io.temperline.streams.failure;

import io.temperline.schemas.Topics;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;

/** What happens when a record cannot be read, processed or written. */
public final class Handlers {

  /** Kafka 5 does so by itself, which is why its constant is deprecated already. */
  private static final String GLOBAL_TOO = "processing.exception.handler.global.enabled";

  /** Kafka Streams' own setting, by which its handlers and ours know the topic. */
  public static final String DEAD_LETTERS =
      StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG;

  private Handlers() {}

  static String deadLetters(Map<String, ?> config) {
    return config.get(DEAD_LETTERS).toString();
  }

  /** Kafka Streams' settings that name our handlers. */
  public static Map<String, Object> settings() {
    return Map.of(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        UnreadableInput.class,
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        FailedProcessing.class,
        GLOBAL_TOO,
        true,
        StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
        UnwrittenOutput.class,
        DEAD_LETTERS,
        Topics.DEAD_LETTERS);
  }
}

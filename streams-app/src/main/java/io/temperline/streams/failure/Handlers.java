package io.temperline.streams.failure;

import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;

/** What happens when a record cannot be read, processed or written. */
public final class Handlers {

  /** Kafka 5 does so by itself, which is why its constant is deprecated already. */
  private static final String GLOBAL_TOO = "processing.exception.handler.global.enabled";

  private Handlers() {}

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
        UnwrittenOutput.class);
  }
}

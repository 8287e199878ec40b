package io.temperline.streams.failure;

import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;

/** What happens when a record cannot be read, processed or written. */
public final class Handlers {

  private Handlers() {}

  /** Kafka Streams' settings that name our handlers. */
  public static Map<String, Object> settings() {
    return Map.of(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, UnreadableInput.class,
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FailedProcessing.class,
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true,
        StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnwrittenOutput.class);
  }
}

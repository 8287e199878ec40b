package io.temperline.standalone.remote;

import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What to do where Kafka has no such topic. */
public final class MissingTopic {

  /** To put behind what is missing. */
  public static final String ADVICE =
      ": start ./temperline streams, or make the topics with"
          + " ./temperline topics --create app.properties";

  private MissingTopic() {}

  /** Whether that is why it failed. */
  static boolean isBehind(KafkaException e) {
    return Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
        .anyMatch(UnknownTopicOrPartitionException.class::isInstance);
  }
}

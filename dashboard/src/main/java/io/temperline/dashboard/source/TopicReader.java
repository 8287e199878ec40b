package io.temperline.dashboard.source;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.temperline.schemas.Topic;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads the values of a topic, and tells one that cannot be read from a registry that is away. */
public final class TopicReader<V> {

  private final Topic<V> topic;

  public TopicReader(Topic<V> topic) {
    this.topic = topic;
  }

  /**
   * @throws SourceAwayException where the registry cannot be reached: it can be read later
   * @throws SerializationException where it cannot be read at all
   */
  public V read(byte[] value) {
    try {
      return topic.values().deserializer().deserialize(topic.name(), value);
    } catch (TimeoutException e) {
      throw new SourceAwayException("The schema registry does not answer", e);
    } catch (SerializationException e) {
      if (causes(e).anyMatch(TopicReader::registryIsAway)) {
        throw new SourceAwayException("The schema registry does not answer", e);
      }
      throw e;
    }
  }

  /** Why it could not be read, for people. */
  public static String reason(SerializationException error) {
    return causes(error).reduce((outer, inner) -> inner).orElse(error).toString();
  }

  private static boolean registryIsAway(Throwable cause) {
    return cause instanceof SocketException
        || cause instanceof SocketTimeoutException
        || cause instanceof UnknownHostException
        || (cause instanceof RestClientException e && e.getStatus() >= 500);
  }

  private static Stream<Throwable> causes(Throwable error) {
    return Stream.iterate(error, cause -> cause != null, Throwable::getCause);
  }
}

package io.temperline.schemas;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes a record now and then: what a person asks for. */
public final class KafkaWriter {

  private static final int ANSWER_WITHIN_MS = 10_000;

  private final Map<String, Object> config;

  /**
   * @param kafka Kafka's and Confluent's properties by their own keys
   */
  public KafkaWriter(Map<String, ?> kafka) {
    config = config(kafka);
  }

  /** Of a producer that says soon whether all in-sync replicas have a record. */
  static Map<String, Object> config(Map<String, ?> kafka) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_WITHIN_MS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
    return config;
  }

  /**
   * Returns when all in-sync replicas have the record.
   *
   * @param value null deletes what is under the key in a compacted topic
   * @throws KafkaException where it is not written
   */
  public <V> void write(Topic<V> topic, String key, V value) {
    byte[] bytes = topic.values().serializer().serialize(topic.name(), value);
    // A producer closes the serializers that it is given; the topic's go on.
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic.name(), key, bytes)).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }
}

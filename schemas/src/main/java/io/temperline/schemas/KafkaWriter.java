package io.temperline.schemas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes a record now and then: what a person asks for. */
public final class KafkaWriter {

  private static final int ANSWER_WITHIN_MS = 10_000;

  /**
   * A record that is to be written.
   *
   * @param value null deletes what is under the key in a compacted topic
   */
  public record KeyValue<V>(String key, V value) {}

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
    writeAll(topic, List.of(new KeyValue<>(key, value)));
  }

  /**
   * Returns when all in-sync replicas have all of the records, in this order for each key.
   *
   * @throws KafkaException where one is not written; those before it may be
   */
  public <V> void writeAll(Topic<V> topic, List<KeyValue<V>> records) {
    // A producer closes the serializers that it is given; the topic's go on.
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      List<Future<RecordMetadata>> sent =
          records.stream().map(record -> producer.send(bytes(topic, record))).toList();
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static <V> ProducerRecord<String, byte[]> bytes(Topic<V> topic, KeyValue<V> record) {
    return new ProducerRecord<>(
        topic.name(),
        record.key(),
        topic.values().serializer().serialize(topic.name(), record.value()));
  }
}

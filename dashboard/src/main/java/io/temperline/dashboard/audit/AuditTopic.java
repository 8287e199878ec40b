package io.temperline.dashboard.audit;

import io.temperline.schemas.AuditEntry;
import io.temperline.schemas.Topic;
import io.temperline.schemas.TopicScan;
import io.temperline.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The audit topic. Its producer is opened with the first entry, and stays. */
final class AuditTopic implements AuditTrail, AutoCloseable {

  private static final int ANSWER_WITHIN_MS = 5_000;

  private final Map<String, Object> kafka;
  private final Topic<AuditEntry> topic;
  private Producer<String, byte[]> producer;

  AuditTopic(Map<String, Object> kafka) {
    this.kafka = kafka;
    topic = new Topics(kafka).audit();
  }

  @Override
  public void append(AuditEntry entry) {
    String key = entry.getCallId() == null ? entry.getWho() : entry.getCallId();
    try {
      producer().send(new ProducerRecord<>(topic.name(), key, bytes(entry))).get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  @Override
  public void read(Instant since, Consumer<AuditEntry> reader) {
    new TopicScan(kafka)
        .read(
            topic,
            Optional.of(since),
            entry -> Optional.ofNullable(entry.value()).ifPresent(reader));
  }

  /** Serializers are not shared between threads. */
  private synchronized byte[] bytes(AuditEntry entry) {
    return topic.values().serializer().serialize(topic.name(), entry);
  }

  private synchronized Producer<String, byte[]> producer() {
    if (producer == null) {
      Map<String, Object> config = new HashMap<>(kafka);
      config.put(ProducerConfig.CLIENT_ID_CONFIG, "temperline-audit");
      config.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
      config.put(ProducerConfig.ACKS_CONFIG, "all");
      config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
      config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_WITHIN_MS);
      config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
      config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
      producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }
    return producer;
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ofMillis(ANSWER_WITHIN_MS));
    }
  }
}

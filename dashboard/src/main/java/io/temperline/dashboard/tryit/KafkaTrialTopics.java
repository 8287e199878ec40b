package io.temperline.dashboard.tryit;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.Command;
import io.temperline.schemas.Topic;
import io.temperline.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The same topics that telephony gateways write, by a producer that is opened for the first. */
final class KafkaTrialTopics implements TrialTopics, AutoCloseable {

  private static final int GIVE_UP_MS = 5_000;
  private static final int LINGER_MS = 5;

  private final Map<String, Object> config;
  private final Topics topics;
  private volatile String failure;
  private Producer<String, byte[]> producer;

  /**
   * @param kafka Kafka's and Confluent's properties by their own keys
   */
  KafkaTrialTopics(Map<String, Object> kafka) {
    topics = new Topics(kafka);
    config = new HashMap<>(kafka);
    config.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, "temperline-try-it");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, GIVE_UP_MS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, GIVE_UP_MS - LINGER_MS);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, GIVE_UP_MS);
  }

  @Override
  public void send(CallEvent event) {
    send(topics.calls(), event.getCallId(), event);
    flush(); // what the event says is to hold for the audio that follows
  }

  @Override
  public void send(AudioFrame frame) {
    send(topics.audio(), frame.getCallId(), frame);
  }

  @Override
  public void send(Command command) {
    send(topics.commands(), command.getCallId(), command);
    flush();
  }

  @Override
  public String failure() {
    return failure;
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(1));
    }
  }

  private <V> void send(Topic<V> topic, String key, V value) {
    byte[] bytes = topic.values().serializer().serialize(topic.name(), value);
    producer()
        .send(
            new ProducerRecord<>(topic.name(), key, bytes),
            (written, e) -> failure = e == null ? null : e.getMessage());
  }

  private void flush() {
    producer().flush();
  }

  private synchronized Producer<String, byte[]> producer() {
    if (producer == null) {
      producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }
    return producer;
  }
}

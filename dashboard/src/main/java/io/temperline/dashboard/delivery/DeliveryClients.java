package io.temperline.dashboard.delivery;

import io.temperline.dashboard.source.KafkaProperties;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Opens Kafka's clients as deliveries need them, with what the deployment set for all. */
record DeliveryClients(KafkaProperties kafka) {

  private static final int FEW_RECORDS = 50;

  /** After a crash nobody is told of anything until the group has missed the one that died. */
  private static final int MISSED_AFTER_MS = 10_000;

  private static final int REQUEST_MS = 5_000;
  private static final int GIVE_UP_MS = 15_000;

  Consumer<byte[], byte[]> consumer(String group) {
    Map<String, Object> config = new HashMap<>(kafka.properties());
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG); // one name cannot be that of all groups
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // A group that fell behind the retention goes on with the oldest that is left.
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, FEW_RECORDS);
    if (!String.valueOf(config.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG))
        .equalsIgnoreCase("consumer")) {
      config.putIfAbsent(
          ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, MISSED_AFTER_MS); // else the broker's
    }
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** It gives up soon: the record is still in its topic, and is tried again. */
  Producer<byte[], byte[]> producer() {
    Map<String, Object> config = new HashMap<>(kafka.properties());
    config.put(ProducerConfig.CLIENT_ID_CONFIG, "temperline-undelivered");
    config.remove(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, REQUEST_MS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MS);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, GIVE_UP_MS);
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }
}

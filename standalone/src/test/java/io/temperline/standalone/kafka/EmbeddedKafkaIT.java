package io.temperline.standalone.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.standalone.CannotStartException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void committedRecordsAreReadAndAbortedOnesAreNot() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
      create("calls", kafka);

      send(kafka, "calls", List.of("aborted"), false);
      send(kafka, "calls", List.of("one", "two"), true);

      assertThat(read(kafka, "calls", 2)).containsExactly("one", "two");
    }
  }

  @Test
  void topicsRecordsAndOffsetsAreThereAgainAfterARestart() throws Exception {
    String cluster;
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
      create("calls", kafka);
      send(kafka, "calls", List.of("one", "two"), true);
      assertThat(read(kafka, "calls", 2)).containsExactly("one", "two");
      cluster = clusterId(kafka);
    }

    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
      assertThat(clusterId(kafka)).isEqualTo(cluster);
      send(kafka, "calls", List.of("three"), true);
      assertThat(read(kafka, "calls", 1))
          .as("what the group has not read")
          .containsExactly("three");
    }
  }

  @Test
  void topicsAreNotMadeByAskingForThem() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
      try (KafkaConsumer<String, String> consumer = consumer(kafka)) {
        assertThat(consumer.partitionsFor("temperline.audoi")).isNullOrEmpty();
      }
      try (Admin admin = admin(kafka)) {
        assertThat(admin.listTopics().names().get()).doesNotContain("temperline.audoi");
      }
    }
  }

  @Test
  void aPortInUseIsSaidInOneLineAndNothingIsWritten() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Path untouched = folder.resolve("kafka");
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> EmbeddedKafka.start(untouched, port))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContainingAll("Kafka broker", "127.0.0.1:" + port, "choose another port")
          .message()
          .hasLineCount(1);
      assertThat(untouched).doesNotExist();
    }
  }

  @Test
  void aFolderInUseIsSaidInOneLineAndItsBrokerGoesOn() throws Exception {
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, 0)) {
      assertThatThrownBy(() -> EmbeddedKafka.start(folder, 0))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContainingAll(folder.toString(), "is in use")
          .message()
          .hasLineCount(1);
      create("calls", kafka);
    }
  }

  private static void create(String topic, EmbeddedKafka kafka) throws Exception {
    try (Admin admin = admin(kafka)) {
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
          .all()
          .get();
    }
  }

  private static String clusterId(EmbeddedKafka kafka) throws Exception {
    try (Admin admin = admin(kafka)) {
      return admin.describeCluster().clusterId().get();
    }
  }

  private static void send(EmbeddedKafka kafka, String topic, List<String> values, boolean commit) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "test"),
            new StringSerializer(),
            new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      values.forEach(value -> producer.send(new ProducerRecord<>(topic, "c1", value)));
      producer.flush();
      if (commit) {
        producer.commitTransaction();
      } else {
        producer.abortTransaction();
      }
    }
  }

  /** The next {@code count} values that the test's group has not read, and any that came along. */
  private static List<String> read(EmbeddedKafka kafka, String topic, int count) {
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = consumer(kafka)) {
      consumer.subscribe(List.of(topic));
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (values.size() < count && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
      consumer.commitSync();
    }
    return values;
  }

  private static KafkaConsumer<String, String> consumer(EmbeddedKafka kafka) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers", kafka.bootstrapServers(),
            "group.id", "test",
            "enable.auto.commit", "false",
            "auto.offset.reset", "earliest",
            "isolation.level", "read_committed"),
        new StringDeserializer(),
        new StringDeserializer());
  }

  private static Admin admin(EmbeddedKafka kafka) {
    return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }
}

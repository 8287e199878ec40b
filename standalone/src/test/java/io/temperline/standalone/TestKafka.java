package io.temperline.standalone;

import io.temperline.schemas.Topic;
import io.temperline.schemas.TopicCreator;
import io.temperline.schemas.Topics;
import io.temperline.standalone.kafka.EmbeddedKafka;
import io.temperline.standalone.registry.EmbeddedRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;

/** A broker with its registry and all topics. */
public final class TestKafka implements AutoCloseable {

  private final Path folder;
  private final EmbeddedKafka kafka;
  private final EmbeddedRegistry registry;
  private final Map<String, String> clients;
  private final Topics topics;

  private TestKafka(Path folder) throws Exception {
    this.folder = folder;
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    registry = EmbeddedRegistry.start(Optional.empty(), 0);
    clients =
        Map.of(
            "bootstrap.servers", kafka.bootstrapServers(), "schema.registry.url", registry.url());
    topics = new Topics(clients);
  }

  /**
   * @param partitions of each topic
   */
  public static TestKafka start(Path folder, int partitions) throws Exception {
    TestKafka started = new TestKafka(folder);
    try (Admin admin = Admin.create(Map.<String, Object>copyOf(started.clients))) {
      new TopicCreator(admin).createMissing(started.topics, partitions, Optional.empty());
    }
    return started;
  }

  /** What Kafka clients and serializers need to take part. */
  public Map<String, String> clients() {
    return clients;
  }

  public Topics topics() {
    return topics;
  }

  /** The caller's to close. */
  public <V> KafkaProducer<String, V> producer(Topic<V> topic) {
    return new KafkaProducer<>(
        Map.copyOf(clients), topic.keys().serializer(), topic.values().serializer());
  }

  /** The name of a properties file with {@link #clients()}, for commands. */
  public String propertiesFile() throws IOException {
    return Files.writeString(
            folder.resolve("app.properties"),
            "bootstrap.servers=%s%nschema.registry.url=%s%n"
                .formatted(kafka.bootstrapServers(), registry.url()))
        .toString();
  }

  @Override
  public void close() {
    registry.close();
    kafka.close();
  }
}

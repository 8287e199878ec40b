package io.temperline.standalone;

import static io.temperline.standalone.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.schemas.TopicCreator;
import io.temperline.schemas.Topics;
import io.temperline.speech.model.EmotionModel;
import io.temperline.standalone.kafka.EmbeddedKafka;
import io.temperline.standalone.registry.EmbeddedRegistry;
import io.temperline.streams.StreamsApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsCommandIT {

  @TempDir private Path folder;

  private final CommandRunner command = new CommandRunner();
  private EmbeddedKafka kafka;
  private Admin admin;
  private String file;

  @BeforeEach
  void startKafka() throws IOException {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    file =
        Files.writeString(
                folder.resolve("app.properties"),
                "bootstrap.servers=%s%nschema.registry.url=mock://topics%nstate.dir=%s%n"
                    .formatted(kafka.bootstrapServers(), folder.resolve("state")))
            .toString();
  }

  @AfterEach
  void stopKafka() {
    admin.close();
    kafka.close();
  }

  @Test
  void missingTopicsAreMadeOnceAndOtherSettingsAreNamed() throws Exception {
    assertThat(command.run("topics", "--create", file, "--partitions", "3")).isZero();
    assertThat(command.out()).contains("made   temperline.audio").contains("have 3 partitions");
    assertThat(command.err()).isEmpty();

    set("temperline.audio", "retention.ms", "86400000");
    do { // until the controller has told the broker
      assertThat(command.run("topics", "--create", file)).isZero();
    } while (command.err().isEmpty());
    assertThat(command.out()).contains("there  temperline.audio").doesNotContain("made");
    assertThat(command.err().lines())
        .containsExactly(
            "temperline: temperline.audio: retention.ms is 86400000 (1 day), not 900000 (15 min)");

    command.assertRefused(
        "--partitions is 4, and the topics that are there have 3",
        "topics",
        "--create",
        file,
        "--partitions",
        "4");
  }

  @Test
  void whereTopicsAreMissingCommandsSayHowToMakeThem() {
    try (EmbeddedRegistry registry = EmbeddedRegistry.start(Optional.empty(), 0)) {
      String[] at = {"--bootstrap", kafka.bootstrapServers(), "--registry", registry.url()};
      for (String asked :
          List.of(
              "rules list",
              "rules get",
              "rules delete v1",
              "rules apply ../rules/src/main/resources/io/temperline/rules/default.yaml",
              "rules test ../rules/src/main/resources/io/temperline/rules/default.yaml --from-topic",
              "rules report",
              "alerts list",
              "alerts ack ada/loud/1",
              "rescore --from-topic --model ../speech/src/main/resources/io/temperline/speech/model/shipped",
              "rescore --from-topic --rules defaults --model ../speech/src/main/resources/io/temperline/speech/model/shipped")) {
        command.assertRefused(
            ": start ./temperline streams, or make the topics with"
                + " ./temperline topics --create app.properties",
            Stream.concat(Stream.of(asked.split(" ")), Stream.of(at)).toArray(String[]::new));
        assertThat(command.err()).contains("there is no topic temperline.");
      }
    }
  }

  @Test
  void topicsThatDoNotFitOneAnotherAreRefused() throws Exception {
    admin
        .createTopics(
            List.of(
                new NewTopic("temperline.audio", 4, (short) 1),
                new NewTopic("temperline.emotions", 4, (short) 1),
                new NewTopic("temperline.calls", 6, (short) 1)))
        .all()
        .get();

    String problem =
        "temperline.audio and temperline.emotions have 4, temperline.calls has 6: delete";
    command.assertRefused(problem, "topics", "--create", file);
    command.assertRefused(problem, "streams", file);
  }

  @Test
  void theChangelogsThatKafkaStreamsMakesItselfAreAsPlanned() throws Exception {
    Properties properties = new Properties();
    try (var in = Files.newBufferedReader(Path.of(file))) {
      properties.load(in);
    }
    new TopicCreator(admin)
        .createMissing(
            new Topics(Map.of("schema.registry.url", "mock://topics")), 2, Optional.empty());
    try (EmotionModel model = EmotionModel.shipped();
        StreamsApp app = new StreamsApp(properties, model)) {
      app.start();
      await(
          "changelogs are made",
          () -> app.state().isRunningOrRebalancing() && internalTopics() >= 6);
    }

    assertThat(command.run("topics", "--create", file)).isZero();

    assertThat(command.out()).doesNotContain("made").contains("have 2 partitions");
    assertThat(command.err()).isEmpty();
  }

  @Test
  void topicsTakeRecordsAsSoonAsTheyAreMade() throws Exception {
    for (int topic = 0; topic < 8; topic++) {
      int partitions = 20;
      new TopicCreator(admin).create(Map.of("new" + topic, Map.of()), partitions, Optional.empty());
      try (Producer<byte[], byte[]> producer = producerThatTriesOnce()) {
        for (int partition = 0; partition < partitions; partition++) {
          producer.send(new ProducerRecord<>("new" + topic, partition, null, new byte[1])).get();
        }
      }
    }
  }

  @Test
  void aTopicThatAnotherMadeInTheMeantimeIsLeftAsItIs() throws Exception {
    admin.createTopics(List.of(new NewTopic("theirs", 2, (short) 1))).all().get();

    new TopicCreator(admin).create(Map.of("theirs", Map.of()), 4, Optional.empty());

    assertThat(admin.describeTopics(List.of("theirs")).allTopicNames().get().get("theirs"))
        .satisfies(topic -> assertThat(topic.partitions()).hasSize(2));
  }

  private Producer<byte[], byte[]> producerThatTriesOnce() {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            kafka.bootstrapServers(),
            "enable.idempotence",
            false,
            "retries",
            0);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  private long internalTopics() throws Exception {
    return admin.listTopics().names().get().stream()
        .filter(name -> name.endsWith("-changelog"))
        .count();
  }

  private void set(String topic, String setting, String value) throws Exception {
    admin
        .incrementalAlterConfigs(
            Map.of(
                new ConfigResource(ConfigResource.Type.TOPIC, topic),
                List.of(
                    new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET))))
        .all()
        .get();
  }
}

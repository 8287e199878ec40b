package io.temperline.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.temperline.standalone.CannotStartException;
import io.temperline.standalone.kafka.EmbeddedKafka;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry as Confluent's own client and serializers see it, and as curl does. */
class EmbeddedRegistryIT {

  private static final Schema CALL =
      SchemaBuilder.record("Call").fields().requiredString("callId").endRecord();
  private static final Schema CALL_WITH_QUEUE =
      SchemaBuilder.record("Call")
          .fields()
          .requiredString("callId")
          .optionalString("queue")
          .endRecord();
  private static final Schema CALL_WITHOUT_ID =
      SchemaBuilder.record("Call").fields().requiredString("customerId").endRecord();
  private static final Schema RULE =
      SchemaBuilder.record("Rule").fields().requiredString("name").endRecord();

  @TempDir Path folder;
  private Path file;
  private EmbeddedRegistry registry;

  @BeforeEach
  void start() {
    file = folder.resolve("registry.jsonl");
    registry = EmbeddedRegistry.start(Optional.of(file), 0);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void recordsGoThroughKafkaWithTheirSchemasInTheRegistry() throws Exception {
    GenericRecord call = new GenericRecordBuilder(CALL).set("callId", "c1").build();
    Map<String, String> serde = Map.of("schema.registry.url", registry.url());
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
      Map<String, Object> cluster = Map.of("bootstrap.servers", kafka.bootstrapServers());
      try (Admin admin = Admin.create(cluster)) {
        admin.createTopics(List.of(new NewTopic("calls", 1, (short) 1))).all().get();
      }
      KafkaAvroSerializer serializer = new KafkaAvroSerializer();
      serializer.configure(serde, false);
      try (KafkaProducer<String, Object> producer =
          new KafkaProducer<>(cluster, new StringSerializer(), serializer)) {
        producer.send(new ProducerRecord<>("calls", "c1", call)).get();
      }

      KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
      deserializer.configure(serde, false);
      try (KafkaConsumer<String, Object> consumer =
          new KafkaConsumer<>(cluster, new StringDeserializer(), deserializer)) {
        TopicPartition partition = new TopicPartition("calls", 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        assertThat(consumer.poll(Duration.ofSeconds(30)))
            .extracting(ConsumerRecord::value)
            .containsExactly(call);
      }
    }
    assertThat(get("/subjects").body()).isEqualTo("[\"calls-value\"]");
  }

  @Test
  void aSchemaThatReadersOrWritersOfAnEarlierOneCannotTakeIsRefused() throws Exception {
    SchemaRegistryClient client = client();
    client.register("calls-value", new AvroSchema(CALL));
    client.register("calls-value", new AvroSchema(CALL_WITH_QUEUE));

    assertThatThrownBy(() -> client.register("calls-value", new AvroSchema(CALL_WITHOUT_ID)))
        .asInstanceOf(type(RestClientException.class))
        .satisfies(refused -> assertThat(refused.getStatus()).isEqualTo(409))
        .satisfies(refused -> assertThat(refused.getErrorCode()).isEqualTo(409))
        .satisfies(refused -> assertThat(refused.getMessage()).contains("callId"));
    assertThat(client.getAllVersions("calls-value")).containsExactly(1, 2);
  }

  @Test
  void aSubjectMayBeGivenAnotherCompatibilityLevel() throws Exception {
    SchemaRegistryClient client = client();
    assertThat(client.getCompatibility(null)).isEqualTo("FULL_TRANSITIVE");
    client.register("calls-value", new AvroSchema(CALL));
    client.updateCompatibility("calls-value", "NONE");

    client.register("calls-value", new AvroSchema(CALL_WITHOUT_ID));

    assertThat(client.getCompatibility("calls-value")).isEqualTo("NONE");
    assertThat(client.getAllVersions("calls-value")).containsExactly(1, 2);
  }

  @Test
  void anIdBelongsToASchemaWhateverItsSubject() throws Exception {
    SchemaRegistryClient client = client();

    int first = client.register("calls-value", new AvroSchema(CALL));
    int second = client.register("archive-value", new AvroSchema(CALL));
    int other = client.register("rules-value", new AvroSchema(RULE));

    assertThat(second).isEqualTo(first);
    assertThat(other).isNotEqualTo(first);
    assertThat(client.getSchemaById(other)).isEqualTo(new AvroSchema(RULE));
    assertThat(client.getLatestSchemaMetadata("archive-value").getId()).isEqualTo(first);
    assertThat(client.getVersion("calls-value", new AvroSchema(CALL))).isEqualTo(1);
    assertThat(client.getId("calls-value", new AvroSchema(CALL))).isEqualTo(first);
  }

  @Test
  void subjectsIdsAndLevelsSurviveARestart() throws Exception {
    SchemaRegistryClient client = client();
    int call = client.register("calls-value", new AvroSchema(CALL));
    int rule = client.register("rules-value", new AvroSchema(RULE));
    client.updateCompatibility("rules-value", "NONE");
    registry.close();

    registry = EmbeddedRegistry.start(Optional.of(file), 0);
    client = client();

    assertThat(client.getAllSubjects()).containsExactly("calls-value", "rules-value");
    assertThat(client.getId("calls-value", new AvroSchema(CALL))).isEqualTo(call);
    assertThat(client.getId("rules-value", new AvroSchema(RULE))).isEqualTo(rule);
    assertThat(client.getCompatibility("rules-value")).isEqualTo("NONE");
    assertThat(client.register("calls-value", new AvroSchema(CALL_WITH_QUEUE)))
        .as("a new schema's id is new")
        .isGreaterThan(Math.max(call, rule));
    assertThat(Files.readAllLines(file)).hasSize(4);
  }

  @Test
  void answersAreConfluentsWordForWord() throws Exception {
    HttpResponse<String> registered = post("/subjects/calls%2Fa+b/versions", schemaBody(CALL));

    assertThat(registered.body()).isEqualTo("{\"id\":1}");
    assertThat(registered.headers().firstValue("Content-Type"))
        .contains("application/vnd.schemaregistry.v1+json");
    assertThat(get("/").body()).isEqualTo("{}");
    assertThat(get("/subjects").body()).isEqualTo("[\"calls/a+b\"]");
    assertThat(get("/subjects/calls%2Fa+b/versions").body()).isEqualTo("[1]");
    assertThat(get("/subjects/calls%2Fa+b/versions/latest").body())
        .startsWith("{\"subject\":\"calls/a+b\",\"version\":1,\"id\":1,\"schema\":\"{");
    assertThat(get("/schemas/ids/1").body()).startsWith("{\"schema\":\"{\\\"type\\\":\\\"record");
    assertThat(get("/schemas/types").body()).isEqualTo("[\"AVRO\"]");
    assertThat(get("/config").body()).isEqualTo("{\"compatibilityLevel\":\"FULL_TRANSITIVE\"}");
    assertThat(put("/config/calls", "{\"compatibility\":\"NONE\"}").body())
        .isEqualTo("{\"compatibility\":\"NONE\"}");
  }

  @Test
  void whatIsNotThereIsSaidWithConfluentsCodes() throws Exception {
    post("/subjects/calls/versions", schemaBody(CALL));

    assertRefused(get("/subjects/none/versions"), 404, 40401);
    assertRefused(get("/subjects/none/versions/1"), 404, 40401);
    assertRefused(post("/subjects/none", schemaBody(CALL)), 404, 40401);
    assertRefused(get("/subjects/calls/versions/2"), 404, 40402);
    assertRefused(get("/schemas/ids/99"), 404, 40403);
    assertRefused(post("/subjects/calls", schemaBody(RULE)), 404, 40403);
    assertRefused(get("/config/calls"), 404, 40408);
    assertRefused(get("/subjects/calls/versions/first"), 422, 42202);
    assertRefused(post("/subjects/calls/versions", "{\"schema\":\"{}\"}"), 422, 42201);
    assertRefused(put("/config", "{\"compatibility\":\"SOME\"}"), 422, 42203);
    assertRefused(post("/subjects/calls/versions", "schema"), 400, 400);
    assertRefused(get("/nothing"), 404, 404);
    assertThat(get("/subjects").body()).as("nobody became a subject").isEqualTo("[\"calls\"]");
  }

  @Test
  void aPortInUseIsSaidInOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> EmbeddedRegistry.start(Optional.empty(), taken.getLocalPort()))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContainingAll("schema registry", "127.0.0.1:" + taken.getLocalPort())
          .message()
          .hasLineCount(1);
    }
  }

  @Test
  void aDamagedFileIsSaidInOneLineWithItsLine() throws Exception {
    client().register("calls-value", new AvroSchema(CALL));
    registry.close();
    Files.writeString(file, Files.readString(file) + "{\"subject\":");

    assertThatThrownBy(() -> EmbeddedRegistry.start(Optional.of(file), 0))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContainingAll(file.toString(), "line 2")
        .message()
        .hasLineCount(1);
  }

  private SchemaRegistryClient client() {
    return new CachedSchemaRegistryClient(registry.url(), 100);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder().GET(), path);
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return send(HttpRequest.newBuilder().POST(BodyPublishers.ofString(body)), path);
  }

  private HttpResponse<String> put(String path, String body) throws Exception {
    return send(HttpRequest.newBuilder().PUT(BodyPublishers.ofString(body)), path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(request.uri(URI.create(registry.url() + path)).build(), BodyHandlers.ofString());
  }

  private static String schemaBody(Schema schema) {
    return "{\"schema\":\"%s\"}".formatted(schema.toString().replace("\"", "\\\""));
  }

  private static void assertRefused(HttpResponse<String> response, int status, int code) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.body()).startsWith("{\"error_code\":%d,\"message\":".formatted(code));
  }
}

package io.temperline.standalone.operations;

import static io.temperline.standalone.Await.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.temperline.dashboard.Dashboard;
import io.temperline.dashboard.DashboardConfig;
import io.temperline.dashboard.delivery.Deliveries;
import io.temperline.schemas.DeadLetterHeaders;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.schemas.Evidence;
import io.temperline.schemas.Severity;
import io.temperline.schemas.TopicCreator;
import io.temperline.schemas.Topics;
import io.temperline.schemas.Turn;
import io.temperline.standalone.kafka.GuardedKafka;
import io.temperline.standalone.registry.EmbeddedRegistry;
import io.temperline.streams.TopologyPlan;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an escalation in Kafka to a signed webhook, with no more than a dashboard may do. */
class DeliveryIT {

  private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
  private static final int PARTITIONS = 2;
  private static final int SHARED_CALLS = 10;

  @TempDir private Path folder;

  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private GuardedKafka kafka;
  private EmbeddedRegistry registry;
  private Admin admin;
  private Topics topics;
  private KafkaProducer<String, Escalation> producer;
  private HttpServer receiver;
  private HttpServer refusing;
  private Path config;

  /** What the receiver got. */
  private record Message(String id, String timestamp, String signature, byte[] body) {

    static Message of(HttpExchange exchange) throws IOException {
      var headers = exchange.getRequestHeaders();
      return new Message(
          headers.getFirst("webhook-id"),
          headers.getFirst("webhook-timestamp"),
          headers.getFirst("webhook-signature"),
          exchange.getRequestBody().readAllBytes());
    }

    JsonNode data() {
      try {
        return new ObjectMapper().readTree(body).get("data");
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }

    String words() {
      return data().get("callId").asText() + " " + data().get("evidence").get("lastWindow").asInt();
    }
  }

  @BeforeEach
  void start() throws Exception {
    kafka =
        GuardedKafka.start(
            folder.resolve("kafka"), List.of(Role.DASHBOARD.principal().substring(5)));
    registry = EmbeddedRegistry.start(Optional.empty(), 0);
    admin = Admin.create(Map.<String, Object>copyOf(kafka.admin()));
    topics = new Topics(with(kafka.admin()));
    new TopicCreator(admin).createMissing(topics, PARTITIONS, Optional.empty());
    Properties properties = new Properties();
    properties.putAll(with(kafka.admin()));
    for (Grant grant : new Grants(TopologyPlan.of(properties)).of(Role.DASHBOARD)) {
      admin.createAcls(grant.bindings(Role.DASHBOARD.principal()).toList()).all().get();
    }
    producer =
        new KafkaProducer<>(
            Map.<String, Object>copyOf(kafka.admin()),
            topics.escalations().keys().serializer(),
            topics.escalations().values().serializer());
    receiver = receive(0);
    refusing = serve(0, 400);
    config = configuration();
  }

  @AfterEach
  void stop() {
    receiver.stop(0);
    refusing.stop(0);
    producer.close();
    admin.close();
    registry.close();
    kafka.close();
  }

  @Test
  void everyAlertArrivesSignedAndInOrderHoweverOftenSomebodyIsAway() throws Exception {
    raise("before", 1);
    try (Dashboard dashboard = dashboard()) {
      awaitGroup("crm");
      awaitGroup("strict");

      raise("ada", 1);
      raise("ben", 1);
      worse("ada", 2);
      await("the first alerts", () -> messages.size() == 3);
      assertThat(messages).allSatisfy(this::assertIsSigned);

      int port = receiver.getAddress().getPort();
      receiver.stop(0);
      worse("ada", 3);
      worse("ben", 2);
      await("the circuit opens", () -> metrics(dashboard).contains(circuit("crm", 1)));
      worse("ada", 4);
      receiver = receive(port);
      await("what the target missed", () -> words().contains("ada 4"));
      await("the circuit closes", () -> metrics(dashboard).contains(circuit("crm", 0)));
    }
    worse("ada", 5);
    worse("ben", 3);
    try (Dashboard again = dashboard()) {
      await("what was written meanwhile", () -> words().containsAll(List.of("ada 5", "ben 3")));
      assertThat(words("ada")).containsExactly("ada 1", "ada 2", "ada 3", "ada 4", "ada 5");
      assertThat(words("ben")).containsExactly("ben 1", "ben 2", "ben 3");
      assertThat(words()).as("from before the target was there").doesNotContain("before 1");
      await(
          "the strict target refuses them all",
          () -> metrics(again).contains("outcome=\"undelivered\",target=\"strict\"} 2.0"));
      assertThatSeveralShareTheWork();
    }
    assertThat(undelivered())
        .hasSize(8 + SHARED_CALLS)
        .allSatisfy(
            letter -> {
              assertThat(header(letter, DeadLetterHeaders.TARGET)).isEqualTo("strict");
              assertThat(header(letter, DeadLetterHeaders.CAUSE)).isEqualTo("answered 400");
              Escalation alert =
                  topics.escalations().values().deserializer().deserialize("", letter.value());
              assertThat(alert.getCallId()).isEqualTo(letter.key());
            });
  }

  private void assertThatSeveralShareTheWork() throws Exception {
    List<String> calls = IntStream.range(0, SHARED_CALLS).mapToObj(n -> "shared-" + n).toList();
    messages.clear();
    try (Dashboard another = dashboard()) {
      await("both have a partition of each", () -> members("crm") == 2 && members("strict") == 2);
      for (String call : calls) {
        raise(call, 1);
      }
      await("the alerts of both", () -> messages.size() >= SHARED_CALLS);
      assertThat(words())
          .containsExactlyInAnyOrderElementsOf(calls.stream().map(call -> call + " 1").toList());
      assertThat(List.of(metrics(another)))
          .as("the second has done a part of it")
          .noneMatch(text -> text.contains("outcome=\"delivered\",target=\"crm\"} 0.0"));
      undelivered(); // or the dashboards would end before the last is put aside
    }
  }

  /** How many have a part of the target's partitions. */
  private long members(String target) throws Exception {
    String group = Deliveries.GROUP_PREFIX + target;
    return admin
        .describeConsumerGroups(List.of(group))
        .describedGroups()
        .get(group)
        .get()
        .members()
        .stream()
        .filter(member -> !member.assignment().topicPartitions().isEmpty())
        .count();
  }

  private void assertIsSigned(Message message) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    mac.update((message.id() + "." + message.timestamp() + ".").getBytes(UTF_8));
    assertThat(message.signature())
        .isEqualTo("v1," + Base64.getEncoder().encodeToString(mac.doFinal(message.body())));
  }

  private Path configuration() throws IOException {
    Path secret =
        Files.writeString(
            folder.resolve("secret"), "whsec_" + Base64.getEncoder().encodeToString(KEY));
    return Files.writeString(
        folder.resolve("delivery.yaml"),
        """
        delivery:
          targets:
            crm:
              kind: webhook
              url: http://127.0.0.1:%d/alerts
              secret: file:%s
              retry: {attempts: 1000, first-wait: 20ms, longest-wait: 100ms}
              circuit: {failures: 3, open-for: 200ms}
            strict:
              kind: webhook
              url: http://127.0.0.1:%d/alerts
              secret: file:%s
              circuit: {failures: 1000, open-for: 10ms}
        """
            .formatted(
                receiver.getAddress().getPort(), secret, refusing.getAddress().getPort(), secret));
  }

  private Dashboard dashboard() {
    Map<String, String> clients = kafka.clientsOf(Role.DASHBOARD.principal().substring(5));
    return Dashboard.start(DashboardConfig.onLoopback(0, with(clients)), config);
  }

  private Map<String, String> with(Map<String, String> clients) {
    Map<String, String> all = new HashMap<>(clients);
    all.put("schema.registry.url", registry.url());
    return all;
  }

  private void raise(String call, int window) throws Exception {
    write(call, window, EscalationStatus.RAISED, null);
  }

  private void worse(String call, int window) throws Exception {
    write(call, window, EscalationStatus.UPDATED, Turn.WORSE);
  }

  private void write(String call, int window, EscalationStatus status, Turn turn) throws Exception {
    Instant now = Instant.now();
    Escalation alert =
        Escalation.newBuilder()
            .setCallId(call)
            .setEscalationId(call + "/anger/1")
            .setStatus(status)
            .setTurn(turn)
            .setAt(now)
            .setRaisedAt(now)
            .setRule("anger")
            .setRuleVersion("1")
            .setSeverity(Severity.CRITICAL)
            .setRecommendedAction("Listen in.")
            .setEvidence(
                new Evidence("anger", 0.8f, 0.9f, 0.3f, 5.0, 1L, (long) window, "", Map.of()))
            .build();
    producer.send(new ProducerRecord<>(topics.escalations().name(), call, alert)).get();
  }

  private HttpServer receive(int port) throws IOException {
    return serve(port, 200);
  }

  private HttpServer serve(int port, int status) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/",
        exchange -> {
          Message message = Message.of(exchange);
          if (status == 200) {
            messages.add(message);
          }
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private List<String> words() {
    return messages.stream().map(Message::words).toList();
  }

  /** Of the call, what came more than once counted once: by its id, as a receiver does. */
  private List<String> words(String call) {
    Map<String, String> byId = new LinkedHashMap<>();
    messages.forEach(message -> byId.putIfAbsent(message.id(), message.words()));
    return byId.values().stream().filter(words -> words.startsWith(call + " ")).toList();
  }

  private void awaitGroup(String target) throws Exception {
    String group = Deliveries.GROUP_PREFIX + target;
    await(
        "the group of " + target + " has its place",
        () ->
            admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get().size()
                == PARTITIONS);
  }

  private static String circuit(String target, int open) {
    return "temperline_delivery_circuit_open{target=\"%s\"} %d.0".formatted(target, open);
  }

  private static String metrics(Dashboard dashboard) throws Exception {
    URI uri = URI.create(dashboard.uri() + "/prometheus");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
        .body();
  }

  private List<ConsumerRecord<String, byte[]>> undelivered() throws Exception {
    Map<String, Object> settings = new HashMap<>(kafka.admin());
    settings.put("group.id", "undelivered-reader");
    settings.put("enable.auto.commit", false);
    settings.put("auto.offset.reset", "earliest");
    List<ConsumerRecord<String, byte[]>> letters = new CopyOnWriteArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topics.undelivered().name()));
      await(
          "the undelivered",
          () -> {
            consumer.poll(Duration.ofMillis(100)).forEach(letters::add);
            return letters.size() >= 8 + SHARED_CALLS;
          });
    }
    return letters;
  }

  private static String header(ConsumerRecord<?, ?> letter, String name) {
    return new String(letter.headers().lastHeader(name).value(), UTF_8);
  }
}

package io.temperline.standalone.erasure;

import static io.temperline.standalone.Await.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.Topics;
import io.temperline.speech.model.EmotionModel;
import io.temperline.standalone.CommandRunner;
import io.temperline.standalone.LocalPort;
import io.temperline.standalone.TestKafka;
import io.temperline.streams.StreamsApp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances know customers between them, answer for each other, and forget who is erased. */
class CustomersIT {

  /** In an id and its path, what a URL must have encoded. */
  private static final String CARL = "carl/1 +ü";

  private static final String CARLS_PATH = "carl%2F1%20+%C3%BC";

  private static final Instant START = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  @TempDir private Path folder;

  private final CommandRunner command = new CommandRunner();
  private final HttpClient http = HttpClient.newHttpClient();
  private TestKafka kafka;
  private EmotionModel model;
  private Map<String, String> clients;
  private Topics topics;
  private KafkaProducer<String, CallEvent> gateway;
  private String file;

  @BeforeEach
  void start() throws Exception {
    kafka = TestKafka.start(folder, 2);
    model = EmotionModel.shipped();
    clients = kafka.clients();
    topics = kafka.topics();
    gateway = kafka.producer(topics.calls());
    file = kafka.propertiesFile();
  }

  @AfterEach
  void stop() {
    gateway.close();
    model.close();
    kafka.close();
  }

  @Test
  void customersAreKnownToAllInstancesUntilTheyAreErased() throws Exception {
    int first = LocalPort.choose("the first instance", 0);
    int second = LocalPort.choose("the second instance", 0, first);
    try (StreamsApp one = instance(first)) {
      one.start();
      try (StreamsApp two = instance(second)) {
        two.start();
        takeCalls();
        for (int port : List.of(first, second)) {
          await("carl's calls at " + port, () -> completeCalls(port, CARLS_PATH) == 2);
          await("the others' calls at " + port, () -> knowsTheOthers(port));
        }
        assertThatEachHasSomeAndNeitherHasAll(first, second);
        assertThatQuestionsNobodyUnderstandsAreAnswered(first);
        assertThatACallIsErasedWhileItLives(first);
        assertThatACustomerIsErased(first, second);
      }
      await("one answers for all", () -> knowsTheOthers(first));
    }
    assertThatNothingIsClaimedWhereNobodyErases();
  }

  /** Two calls of Carl's that are over, one that lives, and one of each of eight others. */
  private void takeCalls() {
    for (String callId : List.of("first", "second", "live")) {
      tell(callId, CallEventType.STARTED, CARL, 0);
    }
    tell("first", CallEventType.ENDED, null, 5);
    tell("second", CallEventType.ENDED, null, 6);
    IntStream.range(0, 8)
        .forEach(
            i -> {
              tell("of-" + i, CallEventType.STARTED, "customer-" + i, 1);
              tell("of-" + i, CallEventType.ENDED, null, 3);
            });
    gateway.flush();
  }

  private void assertThatEachHasSomeAndNeitherHasAll(int first, int second) throws Exception {
    for (int port : List.of(first, second)) {
      List<Integer> alone =
          IntStream.range(0, 8)
              .mapToObj(i -> get(port, "/customers/customer-" + i + "/calls", true).statusCode())
              .toList();
      assertThat(alone).as("what one has and does not have").contains(200, 503);
    }
  }

  private void assertThatQuestionsNobodyUnderstandsAreAnswered(int port) throws Exception {
    assertThat(get(port, "/customers/nobody/calls", false).statusCode()).isEqualTo(404);
    assertThat(get(port, "/calls/nothing", false).statusCode()).isEqualTo(404);
    assertThat(get(port, "/", false).statusCode()).isEqualTo(404);
  }

  private void assertThatACallIsErasedWhileItLives(int port) throws Exception {
    assertThat(json(get(port, "/calls/live", false)).get("customerId").asText()).isEqualTo(CARL);

    assertThat(command.run("erase", file, "--call", "live", "--by", "olga"))
        .as(command.err())
        .isZero();

    assertThat(command.out())
        .containsPattern("temperline.history: call live: tombstone at offset \\d+ of partition")
        .containsPattern("temperline-call-history-changelog: call live: nothing of it at offset")
        .contains("Erased: call live, read back");
    await("the call is gone", () -> get(port, "/calls/live", false).statusCode() == 404);
    await("two are left", () -> calls(port, CARLS_PATH).size() == 2);
  }

  private void assertThatACustomerIsErased(int first, int second) throws Exception {
    assertThat(command.run("erase", file, "--customer", "nobody")).as(command.err()).isZero();
    assertThat(command.out()).contains("Nothing was known of customer nobody");
    assertThat(command.run("erase", file, "--customer", CARL)).as(command.err()).isZero();

    assertThat(command.out())
        .containsPattern("temperline.history: call first: tombstone at")
        .containsPattern("temperline.history: call second: tombstone at")
        .containsPattern("temperline-customers-changelog: customer .*: tombstone at")
        .contains("Erased: customer " + CARL + " with 3 calls, read back");
    String path = "/customers/" + CARLS_PATH + "/calls";
    await("the first has forgotten", () -> get(first, path, false).statusCode() == 404);
    await("the second has forgotten", () -> get(second, path, false).statusCode() == 404);
    assertThat(knowsTheOthers(first)).isTrue();
  }

  private void assertThatNothingIsClaimedWhereNobodyErases() {
    assertThat(command.run("erase", file, "--customer", "customer-1", "--within", "1"))
        .isEqualTo(1);
    assertThat(command.out()).isEmpty();
    assertThat(command.err())
        .contains("left in temperline.history: no tombstone of call of-1 yet")
        .contains("left in temperline-customers-changelog: customer customer-1")
        .contains("not erased within 1 s");
  }

  private boolean knowsTheOthers(int port) throws Exception {
    for (int i = 0; i < 8; i++) {
      if (completeCalls(port, "customer-" + i) != 1) {
        return false;
      }
    }
    return true;
  }

  private int completeCalls(int port, String customer) throws Exception {
    int complete = 0;
    for (JsonNode call : calls(port, customer)) {
      complete += call.get("complete").asBoolean() ? 1 : 0;
    }
    return complete;
  }

  private JsonNode calls(int port, String customer) throws Exception {
    HttpResponse<String> answer = get(port, "/customers/" + customer + "/calls", false);
    return answer.statusCode() == 200
        ? json(answer).get("calls")
        : new ObjectMapper().createArrayNode();
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }

  private HttpResponse<String> get(int port, String path, boolean passedOn) {
    String address = "http://%s:%d%s".formatted(LocalPort.HOST, port, path);
    HttpRequest.Builder question = HttpRequest.newBuilder(URI.create(address));
    if (passedOn) {
      question.header("Temperline-Passed-On", "true");
    }
    try {
      return http.send(question.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(address, e);
    }
  }

  private StreamsApp instance(int port) {
    Properties properties = new Properties();
    properties.putAll(clients);
    properties.setProperty("state.dir", folder.resolve("streams-" + port).toString());
    properties.setProperty("num.stream.threads", "1");
    properties.setProperty("temperline.query.listen", LocalPort.HOST + ":" + port);
    return new StreamsApp(properties, model);
  }

  private void tell(String callId, CallEventType type, String customerId, int second) {
    CallEvent event =
        CallEvent.newBuilder()
            .setCallId(callId)
            .setType(type)
            .setEffectiveAt(START.plusSeconds(second))
            .setCustomerId(customerId)
            .build();
    gateway.send(
        new ProducerRecord<>(topics.calls().name(), callId, event),
        (metadata, error) -> assertThat(error).isNull());
  }
}

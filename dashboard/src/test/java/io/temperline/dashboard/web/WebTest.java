package io.temperline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.dashboard.CallScript;
import io.temperline.dashboard.TestDashboard;
import io.temperline.dashboard.source.TestTopics;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is answered over HTTP, from the topics on. */
@Timeout(60) // a stream on which nothing comes would be read for ever
class WebTest {

  private final Instant now = Instant.now();
  private final CallScript call = new CallScript("c-1", now.minusSeconds(60));
  private final CallScript other = new CallScript("c-2", now.minusSeconds(30));
  private TestDashboard dashboard;
  private TestTopics topics;

  @BeforeEach
  void start() {
    dashboard = TestDashboard.start();
    topics = dashboard.topics();
  }

  @AfterEach
  void close() {
    dashboard.close();
  }

  @Test
  void callsAndEscalationsAreListedByAttention() throws Exception {
    topics.write(other.heard(0, 0.4f));
    topics.write(call.started("Ada", "agent-7", "Billing"));
    topics.write(call.heard(50, 0.8f));
    topics.write(call.raised(53, 0.8f));
    awaitRevision(4);

    JsonNode calls = json("/api/calls");
    assertThat(calls.findValuesAsText("id")).startsWith("c-1").contains("c-2");
    assertThat(calls.get(0).get("customer").asText()).isEqualTo("Ada");
    assertThat(calls.get(0).get("startedAt").asLong()).isEqualTo(call.start().toEpochMilli());
    assertThat(calls.get(1).get("customer").isNull()).isTrue();
    assertThat(json("/api/escalations").get(0).get("callId").asText()).isEqualTo("c-1");
    assertThat(json("/api/escalations").get(0).get("ruleVersion").asText()).isEqualTo("1");
    assertThat(calls.get(0).get("alerts").get(0).get("ruleVersion").asText()).isEqualTo("1");
    assertThat(json("/api/calls/c-1").get("windows").get(0).get("top").asText()).isEqualTo("angry");
  }

  @Test
  void aCallThatIsNotKnownIsNotFound() throws Exception {
    assertThat(get("/api/calls/nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void pagesMayLoadNothingFromElsewhereAndRunNothingInline() throws Exception {
    for (String path : new String[] {"/", "/calls/c-1", "/assets/floor.js", "/api/calls"}) {
      HttpResponse<String> response = get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'")
          .contains("script-src 'self'")
          .doesNotContain("unsafe");
    }
    assertThat(get("/").body()).doesNotContain("http://").doesNotContain("https://");
  }

  @Test
  void theInterfaceIsDescribed() throws Exception {
    HttpResponse<String> description = get("/api/openapi.yaml");

    assertThat(description.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/yaml");
    assertThat(description.body())
        .contains("/api/calls/{id}:", "/api/history:", "/api/escalations/snooze:", "EndedCall:")
        .doesNotContain("/calls/{id}:\n    get:\n      operationId: call\n      responses");
  }

  @Test
  void healthSaysHowTheReadingGoes() throws Exception {
    try (EventReader events = EventReader.open(dashboard.url("/api/events"), "")) {
      events.next(event -> event.get("source").get("state").asText().equals("LIVE"));
    }
    JsonNode health = json("/health");
    assertThat(health.get("status").asText()).isEqualTo("UP");
    assertThat(health.get("source").get("state").asText()).isEqualTo("LIVE");
  }

  @Test
  void theStreamBeginsWithEverythingAndGoesOnWithWhatChanges() throws Exception {
    topics.write(call.heard(0, 0.2f));
    topics.write(other.heard(0, 0.2f));
    awaitRevision(2);
    try (EventReader events = EventReader.open(dashboard.url("/api/events"), "")) {
      JsonNode first = events.next();
      assertThat(first.get("floor").get("snapshot").asBoolean()).isTrue();
      assertThat(first.get("floor").get("calls")).hasSize(2);

      topics.write(call.heard(1, 0.9f));

      JsonNode change = events.next(event -> !event.get("floor").get("calls").isEmpty());
      assertThat(change.get("floor").get("snapshot").asBoolean()).isFalse();
      assertThat(change.get("floor").get("calls")).hasSize(1);
      assertThat(change.get("floor").get("calls").get(0).get("recent")).hasSize(1);
    }
  }

  @Test
  void aReaderThatComesBackGetsWhatItMissed() throws Exception {
    topics.write(call.heard(0, 0.2f));
    topics.write(other.heard(0, 0.2f));
    awaitRevision(2);
    String lastId;
    try (EventReader events = EventReader.open(dashboard.url("/api/events"), "")) {
      events.next();
      lastId = events.lastId();
    }
    topics.write(other.heard(1, 0.6f));
    awaitRevision(3);

    try (EventReader events = EventReader.open(dashboard.url("/api/events"), lastId)) {
      JsonNode missed = events.next().get("floor");
      assertThat(missed.get("snapshot").asBoolean()).isFalse();
      assertThat(missed.get("calls").findValuesAsText("id")).containsExactly("c-2");
    }
  }

  @Test
  void anEventIdOfAnEarlierStartIsAnsweredWithEverything() throws Exception {
    topics.write(call.heard(0, 0.2f));
    awaitRevision(1);
    for (String id : new String[] {"abc-1", "nonsense", "-", "abc-99999999999999999999"}) {
      try (EventReader events = EventReader.open(dashboard.url("/api/events"), id)) {
        assertThat(events.next().get("floor").get("snapshot").asBoolean()).as(id).isTrue();
      }
    }
  }

  @Test
  void aCallsStreamBringsItsNewWindows() throws Exception {
    topics.write(call.heard(0, 0.2f));
    awaitRevision(1);
    try (EventReader events = EventReader.open(dashboard.url("/api/calls/c-1/events"), "")) {
      assertThat(events.next().get("call").get("windows")).hasSize(1);
      topics.write(call.heard(1, 0.7f));
      topics.write(other.heard(0, 0.7f));
      JsonNode news = events.next(event -> !event.get("call").isNull());
      assertThat(news.get("call").get("windows")).hasSize(1);
      assertThat(news.get("call").get("call").get("anger").floatValue()).isEqualTo(0.7f);
    }
  }

  @Test
  void aReaderThatDoesNotReadHoldsUpNobody() throws Exception {
    URI uri = URI.create(dashboard.url("/"));
    try (Socket stuck = new Socket(uri.getHost(), uri.getPort());
        EventReader events = EventReader.open(dashboard.url("/api/events"), "")) {
      stuck.getOutputStream().write(request("/api/events").getBytes(StandardCharsets.US_ASCII));
      stuck.getOutputStream().flush();
      for (int n = 0; n < 300; n++) {
        topics.write(new CallScript("many-" + n, now).started("Customer " + n, "a", "q"));
      }
      for (long k = 0; k < 40; k++) {
        topics.write(call.heard(k, 0.2f));
      }
      long last = call.at(42).toEpochMilli();

      JsonNode news = events.next(event -> event.toString().contains(Long.toString(last)));

      assertThat(news.get("floor").get("calls").findValuesAsText("id")).contains("c-1");
    }
  }

  private static String request(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
  }

  /** Waits until so many records have reached the floor. */
  private void awaitRevision(long revision) throws Exception {
    try (EventReader events = EventReader.open(dashboard.url("/api/events"), "")) {
      events.next(event -> event.get("floor").get("revision").asLong() >= revision);
    }
  }

  private JsonNode json(String path) throws Exception {
    return new ObjectMapper().readTree(get(path).body());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(dashboard.url(path))).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}

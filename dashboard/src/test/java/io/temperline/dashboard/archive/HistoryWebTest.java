package io.temperline.dashboard.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.dashboard.CallScript;
import io.temperline.dashboard.TestDashboard;
import io.temperline.schemas.CallHistory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The archive over HTTP, from the history topic on. */
@Timeout(60)
class HistoryWebTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Instant then = Instant.now().minus(Duration.ofDays(3));

  private TestDashboard dashboard;

  @BeforeEach
  void start() {
    dashboard = TestDashboard.start(Map.of("dashboard.floor.keep-ended", 0));
  }

  @AfterEach
  void close() {
    dashboard.close();
  }

  @Test
  void pagesThroughWhatWasFound() throws Exception {
    for (int i = 0; i < 5; i++) {
      write(new CallScript("c-" + i, then.plusSeconds(i)), "Ada", "Billing");
    }
    awaitTotal(5);

    JsonNode page = json("/api/history?text=ada&sort=started&page=1&size=2");

    assertThat(page.get("total").asInt()).isEqualTo(5);
    assertThat(page.get("calls").findValuesAsText("id")).containsExactly("c-2", "c-3");
  }

  @Test
  void doesNotSendAPageAgainThatTheBrowserHas() throws Exception {
    write(new CallScript("c-1", then), "Ada", "Billing");
    awaitTotal(1);
    String tag = get("/api/history", "").headers().firstValue("ETag").orElseThrow();

    assertThat(get("/api/history", tag).statusCode()).isEqualTo(304);
    write(new CallScript("c-2", then), "Ben", "Billing");
    awaitTotal(2);
    assertThat(get("/api/history", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void writesCsvThatASpreadsheetTakesForText() throws Exception {
    write(new CallScript("c-1", then), "=1+1", "Billing, \"gold\"");
    awaitTotal(1);

    HttpResponse<String> csv = get("/api/history.csv", "");

    assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(csv.body().lines()).hasSize(2);
    assertThat(csv.body()).startsWith("call_id,started_at,").contains("'=1+1,");
    assertThat(csv.body()).contains("\"Billing, \"\"gold\"\"\"");
  }

  @Test
  void saysWhatCannotBeSearchedFor() throws Exception {
    assertThat(get("/api/history?sort=height", "").body())
        .contains("sort is 'height': use one of agent");
    HttpResponse<String> time = get("/api/history?from=yesterday", "");
    assertThat(time.statusCode()).isEqualTo(400);
    assertThat(time.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(time.body()).contains("from is 'yesterday': write a moment such as");
    assertThat(get("/api/history?size=501", "").statusCode()).isEqualTo(400);
    assertThat(get("/api/queues?from=2026-01-01T00:00:00Z", "").statusCode()).isEqualTo(400);
  }

  @Test
  void showsACallThatTheFloorNoLongerHas() throws Exception {
    write(new CallScript("c-1", then), "Ada", "Billing");
    awaitTotal(1);

    JsonNode call = json("/api/calls/c-1");
    assertThat(call.get("call").get("customer").asText()).isEqualTo("Ada");
    assertThat(call.get("stretches")).hasSize(2);
  }

  @Test
  void forgetsACallThatIsErased() throws Exception {
    write(new CallScript("c-1", then), "Ada", "Billing");
    awaitTotal(1);

    dashboard.topics().erase("c-1");

    awaitTotal(0);
    assertThat(get("/api/calls/c-1", "").statusCode()).isEqualTo(404);
  }

  @Test
  void countsByQueueAndQuarterHour() throws Exception {
    write(new CallScript("c-1", then), "Ada", "Billing");
    awaitTotal(1);

    JsonNode hours =
        json("/api/queues?from=" + then.minusSeconds(60) + "&to=" + then.plusSeconds(60));

    JsonNode queue = hours.get("heat").get("queues").get(0);
    assertThat(queue.get("name").asText()).isEqualTo("Billing");
    assertThat(queue.get("cells").findValuesAsText("calls")).contains("1");
  }

  private void write(CallScript call, String customer, String queue) {
    CallHistory history = call.complete(60, 0.8f);
    history.setCustomerId(customer);
    history.setQueue(queue);
    dashboard.topics().write(history);
  }

  private void awaitTotal(int total) throws Exception {
    while (json("/api/history").get("total").asInt() != total) {
      Thread.onSpinWait();
    }
  }

  private JsonNode json(String path) throws Exception {
    return new ObjectMapper().readTree(get(path, "").body());
  }

  private HttpResponse<String> get(String path, String tag) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(dashboard.url(path)));
    if (!tag.isEmpty()) {
      request.header("If-None-Match", tag);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}

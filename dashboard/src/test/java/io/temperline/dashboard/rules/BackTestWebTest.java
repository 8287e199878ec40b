package io.temperline.dashboard.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.dashboard.TestDashboard;
import io.temperline.rules.RuleSet;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Back-tests over HTTP. */
class BackTestWebTest {

  private static final String SET =
      """
      version: "a"
      rules:
        - {name: sustained-anger, expr: anger > 0.5, severity: info}
        - {name: loud, expr: caller_loudness > -10.0, severity: info}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private TestDashboard dashboard;

  @AfterEach
  void close() {
    dashboard.close();
  }

  @Test
  void aSetIsHeldAgainstTheOneInForce() throws Exception {
    start(Map.of());

    JsonNode found = json(backTest("?hours=2", SET));

    assertThat(found.get("version").asText()).isEqualTo("a");
    assertThat(found.get("against").asText()).isEqualTo(RuleSet.shipped().version());
    assertThat(tester().since())
        .isCloseTo(Instant.now().minusSeconds(7_200), within(1, ChronoUnit.MINUTES));
    assertThat(found.get("calls").asInt()).isEqualTo(3);
    assertThat(found.get("callMs").asLong()).isEqualTo(3_600_000);
    assertThat(found.get("rules")).hasSize(1 + RuleSet.shipped().rules().size());
    assertThat(found.get("rules").get(0).toString())
        .isEqualTo(
            "{\"rule\":\"sustained-anger\",\"tested\":1,\"inForce\":1,\"perHour\":1.0,"
                + "\"perHourInForce\":1.0,\"onlyTested\":0,\"onlyInForce\":0,\"moved\":0}");
    assertThat(found.get("rules").get(1).get("onlyTested").asInt()).isEqualTo(1);
    assertThat(found.get("rules").get(2).get("onlyInForce").asInt()).isEqualTo(1);
    assertThat(found.get("differing")).hasSize(RuleSet.shipped().rules().size());
    JsonNode first = found.get("differing").get(0);
    assertThat(first.get("rule").asText()).isEqualTo("loud");
    assertThat(first.get("change").asText()).isEqualTo("ONLY_TESTED");
    assertThat(first.get("call").asText()).isEqualTo("c-1042");
  }

  @Test
  void whatCannotBeTriedIsAProblem() throws Exception {
    start(Map.of());

    assertProblem(422, "allowed are 1 to 24", backTest("?hours=0", SET));
    assertProblem(422, "allowed are 1 to 24", backTest("?hours=25", SET));
    HttpResponse<String> refused = backTest("", SET.replace("anger >", "angr >"));
    assertProblem(422, "'anger'?", refused);
    assertThat(json(refused).get("problems").get(0).get("line").asInt()).isEqualTo(3);
  }

  @Test
  void oneRunsAtATime() throws Exception {
    start(Map.of());
    tester().hold();
    CompletableFuture<HttpResponse<String>> first = client.sendAsync(request("", SET), text());
    tester().awaitBegun();

    assertProblem(409, "another back-test runs", backTest("", SET));

    tester().release();
    assertThat(first.get().statusCode()).isEqualTo(200);
    assertThat(backTest("", SET).statusCode()).isEqualTo(200);
  }

  @Test
  void itIsCancelledByItsNameAlone() throws Exception {
    start(Map.of());
    tester().hold();
    CompletableFuture<HttpResponse<String>> running =
        client.sendAsync(request("?name=mine", SET), text());
    tester().awaitBegun();

    assertThat(cancel("other").statusCode()).isEqualTo(204);
    assertThat(running).isNotDone();
    assertThat(cancel("mine").statusCode()).isEqualTo(204);

    assertProblem(409, "was cancelled", running.get());
    tester().release();
    assertThat(backTest("", SET).statusCode()).isEqualTo(200);
  }

  @Test
  void itEndsWhereItCostsTooMuch() throws Exception {
    start(Map.of("dashboard.rules.backtest.most-windows", 1_000));
    assertProblem(422, "more than 1,000 windows", backTest("", SET));
    dashboard.close();

    start(Map.of("dashboard.rules.backtest.within", "50ms"));
    tester().hold();
    assertProblem(422, "longer than", backTest("", SET));
  }

  @Test
  void aDashboardWithoutAnEngineSaysSo() throws Exception {
    start(Map.of(BackTesterInMemory.PROPERTY, "none"));

    assertProblem(501, "./temperline rules test", backTest("", SET));
    HttpResponse<String> rules =
        client.send(
            HttpRequest.newBuilder(URI.create(dashboard.url("/api/rules"))).build(), text());
    assertThat(json(rules).get("canBackTest").asBoolean()).isFalse();
  }

  private void start(Map<String, Object> settings) {
    dashboard = TestDashboard.start(settings);
  }

  private BackTesterInMemory tester() {
    return dashboard.bean(BackTesterInMemory.class);
  }

  private HttpResponse<String> backTest(String query, String yaml) throws Exception {
    return client.send(request(query, yaml), text());
  }

  private HttpResponse<String> cancel(String name) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(dashboard.url("/api/rules/backtest/" + name)))
            .DELETE()
            .build(),
        text());
  }

  private HttpRequest request(String query, String yaml) {
    return HttpRequest.newBuilder(URI.create(dashboard.url("/api/rules/backtest" + query)))
        .header("Content-Type", "application/yaml")
        .POST(BodyPublishers.ofString(yaml))
        .build();
  }

  private static HttpResponse.BodyHandler<String> text() {
    return HttpResponse.BodyHandlers.ofString();
  }

  private static void assertProblem(int status, String detail, HttpResponse<String> response)
      throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(json(response).get("detail").asText()).contains(detail);
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }
}

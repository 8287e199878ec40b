package io.temperline.dashboard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.dashboard.TestDashboard;
import io.temperline.rules.RuleSet;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rule sets over HTTP. */
class RulesWebTest {

  private static final String SET =
      "version: \"a\"\nrules: [{name: loud, expr: anger > 0.5, severity: info}]\n";

  private TestDashboard dashboard;

  @BeforeEach
  void start() {
    dashboard = TestDashboard.start();
  }

  @AfterEach
  void close() {
    dashboard.close();
  }

  @Test
  void aVersionMayBeNamedAsOneLikes() throws Exception {
    HttpResponse<String> created =
        put("/api/rules/n%C3%A4chste%20a%2Fb?by=olga", SET.replace("\"a\"", "\"nächste a/b\""));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
    assertThat(created.headers().firstValue("Location"))
        .hasValue("/api/rules/n%C3%A4chste%20a%2Fb");
  }

  @Test
  void aSetIsPublishedOnceThenReadThenWithdrawn() throws Exception {
    HttpResponse<String> created = put("/api/rules/a?by=olga&from=2100-01-01T00:00:00Z", SET);
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(created.headers().firstValue("Location")).hasValue("/api/rules/a");
    assertThat(json(created).get("standing").asText()).isEqualTo("COMING");
    assertThat(put("/api/rules/a?by=bea", SET).statusCode()).isEqualTo(200);

    JsonNode all = json(send("GET", "/api/rules", null, null));
    assertThat(all.get("inForce").asText()).isEqualTo(RuleSet.shipped().version());
    assertThat(all.get("sets")).hasSize(1);
    assertThat(all.get("sets").get(0).has("yaml")).isFalse();
    assertThat(all.get("shipped").get("standing").asText()).isEqualTo("IN_FORCE");
    assertThat(all.get("shipped").has("yaml")).isFalse();
    JsonNode one = json(send("GET", "/api/rules/a", null, null));
    assertThat(one.get("yaml").asText()).isEqualTo(SET);
    assertThat(one.get("publishedBy").asText()).isEqualTo("olga");
    assertThat(one.get("effectiveFrom").asLong()).isEqualTo(4_102_444_800_000L);

    JsonNode left = json(send("DELETE", "/api/rules/a?by=bea", null, null));
    assertThat(left.get("sets")).isEmpty();
    assertThat(left.get("withdrawn").get(0).get("version").asText()).isEqualTo("a");
    assertProblem(404, "no version 'a'", send("DELETE", "/api/rules/a", null, null));
    JsonNode withdrawn = json(send("GET", "/api/rules/a", null, null));
    assertThat(withdrawn.get("standing").asText()).isEqualTo("WITHDRAWN");
    assertThat(withdrawn.get("withdrawnAt").asLong()).isPositive();
    assertThat(withdrawn.get("withdrawnBy").asText()).isEqualTo("bea");
    assertThat(withdrawn.get("yaml").asText()).isEqualTo(SET);
    assertThat(send("GET", "/api/rules/b", null, null).statusCode()).isEqualTo(404);
  }

  @Test
  void theShippedSetCanBeReadToo() throws Exception {
    JsonNode shipped = json(send("GET", "/api/rules/" + RuleSet.shipped().version(), null, null));

    assertThat(shipped.get("yaml").asText()).isEqualTo(RuleSet.shippedYaml());
    assertThat(shipped.get("standing").asText()).isEqualTo("IN_FORCE");
    assertThat(shipped.get("effectiveFrom").isNull()).isTrue();
  }

  @Test
  void problemsAreNamedWithLineAndColumn() throws Exception {
    JsonNode findings =
        json(send("POST", "/api/rules/validate", "application/yaml", SET.replace("anger", "angr")));
    assertThat(findings.get("problems")).hasSize(1);
    assertThat(findings.get("problems").get(0).get("line").asInt()).isEqualTo(2);
    assertThat(findings.get("problems").get(0).get("column").asInt()).isEqualTo(28);
    assertThat(findings.get("problems").get(0).get("message").asText()).contains("'anger'?");
    assertThat(json(send("POST", "/api/rules/validate", "text/plain", SET)).get("problems"))
        .isEmpty();

    HttpResponse<String> refused = put("/api/rules/a?by=olga", SET.replace("anger", "angr"));
    assertProblem(422, "did you mean 'anger'?", refused);
    assertThat(json(refused).get("problems").get(0).get("line").asInt()).isEqualTo(2);
  }

  @Test
  void whatCannotBePublishedIsAProblem() throws Exception {
    assertThat(put("/api/rules/a?by=olga", SET).statusCode()).isEqualTo(201);

    assertProblem(409, "new version", put("/api/rules/a?by=olga", SET + "#\n"));
    assertProblem(422, "the address says 'b'", put("/api/rules/b?by=olga", SET));
    String other = SET.replace("\"a\"", "c");
    assertProblem(422, "in the past", put("/api/rules/c?by=olga&from=2000-01-01T00:00:00Z", other));
    assertProblem(422, "no time", put("/api/rules/c?by=olga&from=tomorrow", other));
    assertProblem(422, "nobody", put("/api/rules/c", other));
  }

  @Test
  void aBrokerThatIsAwayIsSaid() throws Exception {
    dashboard.bean(ShelfInMemory.class).goAway();

    assertProblem(503, "nobody is there", send("GET", "/api/rules", null, null));
    assertProblem(503, "nobody is there", put("/api/rules/a?by=olga", SET));
  }

  private void assertProblem(int status, String detail, HttpResponse<String> response)
      throws Exception {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    JsonNode problem = json(response);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(problem.get("detail").asText()).contains(detail);
  }

  private HttpResponse<String> put(String path, String yaml) throws Exception {
    return send("PUT", path, "application/yaml", yaml);
  }

  private HttpResponse<String> send(String method, String path, String type, String body)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(dashboard.url(path)))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }
}

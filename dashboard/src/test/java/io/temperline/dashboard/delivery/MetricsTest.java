package io.temperline.dashboard.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.temperline.dashboard.Dashboard;
import io.temperline.dashboard.DashboardConfig;
import io.temperline.dashboard.DashboardStartException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole dashboard with a target, as it is configured by a file. */
class MetricsTest {

  /** Port 1 is nobody's on a machine that runs tests. */
  private static final Map<String, String> NOBODY =
      Map.of(
          "bootstrap.servers", "127.0.0.1:1",
          "schema.registry.url", "http://127.0.0.1:1",
          "default.api.timeout.ms", "500",
          "request.timeout.ms", "400");

  @TempDir private Path folder;

  @Test
  void figuresOfEachTargetAreThereForPrometheusWithTheirMeaning() throws Exception {
    try (Dashboard dashboard = start(secret("0123456789012345678901234567890"))) {
      String metrics = get(dashboard, "/prometheus").body();
      assertThat(metrics)
          .contains("# HELP temperline_delivery_steps_total Steps of alerts")
          .contains("temperline_delivery_steps_total{outcome=\"delivered\",target=\"crm\"} 0.0")
          .contains("# HELP temperline_delivery_retries_total Attempts beyond")
          .contains("# HELP temperline_delivery_time_seconds Time from a step's timestamp")
          .contains("temperline_delivery_time_seconds_bucket{target=\"crm\",le=\"5.0\"} 0")
          .contains("# HELP temperline_delivery_circuit_open 1 while")
          .contains("temperline_delivery_circuit_open{target=\"crm\"} 0.0")
          .contains("# HELP temperline_delivery_waiting_seconds Age of the step")
          .doesNotContain("0123456789");
      assertThat(get(dashboard, "/health").body()).contains("\"source\"");
      assertThat(get(dashboard, "/beans").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aDashboardWithATargetThatCannotBeUsedDoesNotStart() throws Exception {
    String secret = secret("short");
    assertThatExceptionOfType(DashboardStartException.class)
        .isThrownBy(() -> start(secret))
        .withMessage(
            "delivery target crm: secret has 5 bytes and a signature needs 24 or more: make one"
                + " with 'openssl rand -base64 32'");
  }

  @Test
  void aFileThatIsNoYamlIsSaidInOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.yaml"), "delivery: {targets: [");
    assertThatExceptionOfType(DashboardStartException.class)
        .isThrownBy(() -> Dashboard.start(DashboardConfig.onLoopback(0, NOBODY), file))
        .withMessageStartingWith(file + ":1:22: is no YAML: ")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  private Dashboard start(String secret) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("delivery.yaml"),
            """
            delivery:
              targets:
                crm:
                  kind: webhook
                  url: https://crm.example/alerts
                  secret: %s
                  filter:
                    queues: [Billing, Sales]
                    labels: {team: gold}
            """
                .formatted(secret));
    return Dashboard.start(DashboardConfig.onLoopback(0, NOBODY), file);
  }

  private String secret(String value) throws IOException {
    return "file:" + Files.writeString(folder.resolve("secret"), value);
  }

  private static HttpResponse<String> get(Dashboard dashboard, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(dashboard.uri() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}

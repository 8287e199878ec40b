package io.temperline.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DashboardTest {

  /** Port 1 is nobody's on a machine that runs tests. */
  private static final Map<String, String> NOBODY =
      Map.of(
          "bootstrap.servers", "127.0.0.1:1",
          "schema.registry.url", "http://127.0.0.1:1",
          "default.api.timeout.ms", "500",
          "request.timeout.ms", "400");

  @Test
  void startsOnAFreePortAndServesItsPagesWhileKafkaIsAway() throws Exception {
    try (Dashboard dashboard = Dashboard.start(DashboardConfig.onLoopback(0, NOBODY))) {
      assertThat(dashboard.port()).isPositive();
      assertThat(dashboard.uri()).isEqualTo(URI.create("http://127.0.0.1:" + dashboard.port()));
      HttpResponse<String> page =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(dashboard.uri()).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("data-page=\"floor\"");
    }
  }

  @Test
  void aPortInUseIsSaidInOneLine() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      assertThatExceptionOfType(DashboardStartException.class)
          .isThrownBy(() -> Dashboard.start(DashboardConfig.onLoopback(port, NOBODY)))
          .withMessageContaining("127.0.0.1:" + port)
          .withMessageContaining("in use")
          .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }
  }

  @Test
  void aPortThatCannotBeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DashboardConfig.onLoopback(70_000, NOBODY))
        .withMessage("port is 70000, allowed are 0 to 65535");
  }
}

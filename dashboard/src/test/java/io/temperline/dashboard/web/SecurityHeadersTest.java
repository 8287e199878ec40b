package io.temperline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.dashboard.Staff;
import io.temperline.dashboard.TestDashboard;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What browsers are told with each answer, whoever gives it. */
class SecurityHeadersTest {

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path folder;
  private TestDashboard dashboard;

  @BeforeEach
  void start() {
    dashboard = TestDashboard.start(Staff.settings(folder));
  }

  @AfterEach
  void close() {
    dashboard.close();
  }

  @Test
  void everyAnswerHasThem() throws Exception {
    String bill = Staff.login(dashboard, "bill");
    assertGuarded(200, ask("/api/calls", bill));
    assertGuarded(404, ask("/nope", bill));
    assertGuarded(405, ask("/api/calls", bill).DELETE());
    assertGuarded(404, ask("/nope", bill).header("Accept", "text/html"));
  }

  @Test
  void whoeverIsTurnedAwayHasThemToo() throws Exception {
    String bill = Staff.login(dashboard, "bill");
    assertGuarded(401, ask("/api/calls", ""));
    assertGuarded(303, ask("/history", "").header("Accept", "text/html"));
    assertGuarded(403, ask("/api/audit", bill));
    assertGuarded(403, ask("/audit", bill).header("Accept", "text/html"));
    assertGuarded(
        403,
        ask("/logout", bill)
            .header("Sec-Fetch-Site", "cross-site")
            .POST(BodyPublishers.ofString("{}")));
    assertGuarded(401, ask("/login", "").POST(BodyPublishers.ofString("{}")));
  }

  @Test
  void filesAreKeptAndAskedForAgain() throws Exception {
    for (String path : List.of("/", "/assets/floor.js")) {
      HttpResponse<String> answer =
          client.send(
              ask(path, Staff.login(dashboard, "bill")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.headers().allValues("Cache-Control"))
          .as(path)
          .singleElement()
          .satisfies(caching -> assertThat(caching).contains("max-age=0"));
      assertThat(answer.headers().firstValue("Last-Modified")).as(path).isPresent();
    }
  }

  private HttpRequest.Builder ask(String path, String cookie) {
    return Staff.request(dashboard, path, cookie).header("Content-Type", "application/json");
  }

  private void assertGuarded(int status, HttpRequest.Builder request) throws Exception {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    HttpHeaders headers = answer.headers();
    assertThat(answer.statusCode()).as(answer.uri().toString()).isEqualTo(status);
    assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(headers.allValues("Content-Security-Policy"))
        .singleElement()
        .satisfies(policy -> assertThat(policy).contains("default-src 'none'"));
    assertThat(headers.allValues("Cache-Control"))
        .singleElement()
        .satisfies(caching -> assertThat(caching).contains("no-store"));
  }
}

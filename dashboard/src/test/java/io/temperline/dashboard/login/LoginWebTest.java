package io.temperline.dashboard.login;

import static io.temperline.dashboard.Staff.get;
import static io.temperline.dashboard.Staff.login;
import static io.temperline.dashboard.Staff.tryLogin;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.dashboard.Staff;
import io.temperline.dashboard.TestDashboard;
import io.temperline.dashboard.web.EventReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Coming in and going, over HTTP. */
@Timeout(60) // a stream that is not refused would be read for ever
class LoginWebTest {

  private static final String SECRET_FILE = "secret";

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
  void theCookieIsOutOfReachOfScriptsAndOtherSites() throws Exception {
    HttpResponse<String> answer = tryLogin(dashboard, "sam", Staff.PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().allValues("Set-Cookie")).hasSize(1);
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("temperline-session=")
        .containsIgnoringCase("; HttpOnly")
        .contains("SameSite=Lax", "Path=/")
        .doesNotContain("Secure");
  }

  @Test
  void theCookieIsForHttpsAloneWherePeopleComeByIt() throws Exception {
    Map<String, Object> settings = new HashMap<>(Staff.settings(folder));
    settings.put("access.address", "https://dashboard.example");
    try (TestDashboard secure = TestDashboard.start(settings)) {
      assertThat(tryLogin(secure, "sam", Staff.PASSWORD).headers().firstValue("Set-Cookie"))
          .hasValueSatisfying(cookie -> assertThat(cookie).contains("Secure"));
    }
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAreToldTheSame() throws Exception {
    HttpResponse<String> wrong = tryLogin(dashboard, "sam", "wrong");
    HttpResponse<String> unknown = tryLogin(dashboard, "nobody", Staff.PASSWORD);

    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(wrong.body()).isEqualTo(unknown.body());
    assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void whoGuessesHasToWait() throws Exception {
    for (int n = 0; n < 5; n++) {
      assertThat(tryLogin(dashboard, "sam", "guess" + n).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> refused = tryLogin(dashboard, "sam", Staff.PASSWORD);

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(refused.headers().firstValue("Retry-After")).hasValue("12");
    assertThat(tryLogin(dashboard, "ada", Staff.PASSWORD).statusCode()).isEqualTo(204);
  }

  @Test
  void everybodyIsToldWhoTheyAre() throws Exception {
    JsonNode bill = json(get(dashboard, "/api/me", login(dashboard, "bill")));

    assertThat(bill.get("open").asBoolean()).isFalse();
    assertThat(bill.get("name").asText()).isEqualTo("bill");
    assertThat(bill.get("roles").get(0).asText()).isEqualTo("supervisor");
    assertThat(bill.get("permissions").toString())
        .contains("ACT_ON_ALERTS")
        .doesNotContain("CHANGE_RULES");
    assertThat(bill.get("queues").get(0).asText()).isEqualTo("Billing");
    assertThat(get(dashboard, "/api/me", "").statusCode()).isEqualTo(401);
    assertThat(get(dashboard, "/api/me", "temperline-session=nonsense").statusCode())
        .isEqualTo(401);
  }

  @Test
  void anOpenDashboardSaysThatItIs() throws Exception {
    try (TestDashboard open = TestDashboard.start()) {
      JsonNode me = json(get(open, "/api/me", ""));
      assertThat(me.get("open").asBoolean()).isTrue();
      assertThat(me.get("permissions")).hasSizeGreaterThan(4);
    }
  }

  @Test
  void aPageLeadsToTheLoginAndBack() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                Staff.request(dashboard, "/history?queue=Billing", "")
                    .header("Accept", "text/html")
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue("/login?to=%2Fhistory%3Fqueue%3DBilling");
  }

  @Test
  void aPageIsThereForWhoeverTakesNothingElse() throws Exception {
    String sam = login(dashboard, "sam");
    for (String path : List.of("/", "/history", "/calls/c-1", "/login")) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  Staff.request(dashboard, path, sam).header("Accept", "text/html").build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void logoutTakesTheCookieAway() throws Exception {
    HttpResponse<String> answer = Staff.post(dashboard, "/logout", login(dashboard, "sam"), "{}");

    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("temperline-session=;")
        .contains("Max-Age=0");
  }

  @Test
  void aSecretOfOnesOwnKeepsPeopleInOverARestart() throws Exception {
    Path secret = folder.resolve(SECRET_FILE);
    Files.writeString(secret, "s".repeat(48));
    Map<String, Object> settings = new HashMap<>(Staff.settings(folder));
    settings.put("access.secret", "file:" + secret);
    String cookie;
    try (TestDashboard first = TestDashboard.start(settings)) {
      cookie = login(first, "sam");
    }
    try (TestDashboard second = TestDashboard.start(settings)) {
      assertThat(get(second, "/api/me", cookie).statusCode()).isEqualTo(200);
    }
    assertThat(get(dashboard, "/api/me", cookie).statusCode()).isEqualTo(401);
  }

  @Test
  void whoIsTakenOutOfTheFileIsOut() throws Exception {
    Path secret = folder.resolve(SECRET_FILE);
    Files.writeString(secret, "s".repeat(48));
    Map<String, Object> settings = new HashMap<>(Staff.settings(folder));
    settings.put("access.secret", "file:" + secret);
    String cookie;
    try (TestDashboard first = TestDashboard.start(settings)) {
      cookie = login(first, "sam");
    }
    Path users = folder.resolve("users.yaml");
    Files.writeString(users, Files.readString(users).replace("name: sam", "name: tom"));
    try (TestDashboard second = TestDashboard.start(settings)) {
      assertThat(get(second, "/api/me", cookie).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void pagesOfOthersChangeNothing() throws Exception {
    String sam = login(dashboard, "sam");
    String own = dashboard.url("");
    assertThat(statusOfNote(sam, "Sec-Fetch-Site", "cross-site")).isEqualTo(403);
    assertThat(statusOfNote(sam, "Sec-Fetch-Site", "same-site")).isEqualTo(403);
    assertThat(statusOfNote(sam, "Origin", "https://elsewhere.example")).isEqualTo(403);
    assertThat(statusOfNote(sam, "Origin", "null")).isEqualTo(403);
    assertThat(statusOfNote(sam, "Origin", own)).isIn(202, 404);
    assertThat(statusOfNote(sam, "Sec-Fetch-Site", "same-origin")).isIn(202, 404);
    assertThat(statusOfNote(sam, "X-None", "-")).isIn(202, 404);
    try (TestDashboard open = TestDashboard.start()) {
      HttpResponse<String> answer =
          HttpClient.newHttpClient()
              .send(
                  Staff.request(open, "/api/escalations/note", "")
                      .header("Origin", "https://elsewhere.example")
                      .POST(BodyPublishers.ofString("{}"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(403);
    }
  }

  @Test
  void whoChangesMoreThanAPersonCanHasToWait() throws Exception {
    String sam = login(dashboard, "sam");
    int most = 2_000; // a slow machine wins some as it asks
    List<Integer> answers =
        IntStream.range(0, most)
            .map(n -> noteOrFail(sam))
            .boxed()
            .takeWhile(status -> status != 429)
            .toList();

    assertThat(answers).isSubsetOf(202, 404).hasSizeBetween(120, most - 1);
  }

  @Test
  void whoHasMoreStreamsOpenThanPagesHasToCloseSome() throws Exception {
    String sam = login(dashboard, "sam");
    List<EventReader> open = new ArrayList<>();
    for (int n = 0; n < 50; n++) {
      open.add(EventReader.open(dashboard.url("/api/events"), "", sam));
    }
    HttpResponse<String> refused = get(dashboard, "/api/events", sam);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("urn:temperline:problem:too-many", "close a page");
    for (EventReader stream : open) {
      stream.close();
    }
  }

  @Test
  void metricsNeedALoginOrTheToken() throws Exception {
    Path token = folder.resolve("token");
    Files.writeString(token, "for-prometheus");
    Map<String, Object> settings = new HashMap<>(Staff.settings(folder));
    settings.put("access.metrics", "file:" + token);
    try (TestDashboard scraped = TestDashboard.start(settings)) {
      assertThat(get(scraped, "/prometheus", "").statusCode()).isEqualTo(401);
      assertThat(statusOfMetrics(scraped, "for-prometheus")).isEqualTo(200);
      assertThat(statusOfMetrics(scraped, "for-somebody")).isEqualTo(401);
    }
    assertThat(statusOfMetrics(dashboard, "")).isEqualTo(401);
    settings.put("access.metrics", "open");
    try (TestDashboard open = TestDashboard.start(settings)) {
      assertThat(get(open, "/prometheus", "").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void healthTellsAStrangerNoMoreThanThatItIsUp() throws Exception {
    assertThat(get(dashboard, "/health", "").body())
        .isEqualTo("{\"status\":\"UP\",\"source\":null}");
    assertThat(get(dashboard, "/health", login(dashboard, "sam")).body()).contains("since");
  }

  private int statusOfMetrics(TestDashboard asked, String token) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            Staff.request(asked, "/prometheus", "")
                .header("Authorization", "Bearer " + token)
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private int noteOrFail(String cookie) {
    try {
      return statusOfNote(cookie, "X-None", "-");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private int statusOfNote(String cookie, String header, String value) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            Staff.request(dashboard, "/api/escalations/note", cookie)
                .header("Content-Type", "application/json")
                .header(header, value)
                .POST(BodyPublishers.ofString("{\"id\": \"c-1/loud/1\", \"note\": \"a\"}"))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }
}

package io.temperline.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.temperline.dashboard.Staff;
import io.temperline.dashboard.TestDashboard;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route that there is, asked by everybody. */
class MatrixTest {

  private static final String VIEWER = "vera";
  private static final String SUPERVISOR = "sam";
  private static final String ADMIN = "ada";
  private static final String AUDITOR = "otto";
  private static final String NOBODY = "";
  private static final Set<String> EVERYBODY = Set.of(NOBODY, VIEWER, SUPERVISOR, ADMIN, AUDITOR);
  private static final Set<String> STAFF = Set.of(VIEWER, SUPERVISOR, ADMIN, AUDITOR);

  /** Who may what, as docs/access.md has it. A route that is not here fails the test. */
  private static final Map<String, Set<String>> MAY =
      Map.ofEntries(
          Map.entry("GET /login", EVERYBODY),
          Map.entry("POST /login", EVERYBODY),
          Map.entry("GET /api/login", EVERYBODY),
          Map.entry("GET /health", EVERYBODY),
          Map.entry("POST /logout", STAFF),
          Map.entry("GET /api/me", STAFF),
          Map.entry("GET /prometheus", STAFF),
          Map.entry("GET /", STAFF),
          Map.entry("GET /calls/{id}", STAFF),
          Map.entry("GET /history", STAFF),
          Map.entry("GET /queues", STAFF),
          Map.entry("GET /api/history", STAFF),
          Map.entry("GET /api/history.csv", STAFF),
          Map.entry("GET /api/queues", STAFF),
          Map.entry("GET /status", STAFF),
          Map.entry("GET /try", STAFF),
          Map.entry("GET /api/try", STAFF),
          Map.entry("GET /api/openapi.yaml", STAFF),
          Map.entry("GET /api/status", STAFF),
          Map.entry("GET /api/calls", STAFF),
          Map.entry("GET /api/calls/{id}", STAFF),
          Map.entry("GET /api/calls/{id}/events", STAFF),
          Map.entry("GET /api/calls/{id}/windows.csv", STAFF),
          Map.entry("GET /api/escalations", STAFF),
          Map.entry("GET /api/events", STAFF),
          Map.entry("GET /rules", STAFF),
          Map.entry("GET /api/rules", STAFF),
          Map.entry("GET /api/rules/{version}", STAFF),
          Map.entry("POST /api/escalations/acknowledge", Set.of(SUPERVISOR, ADMIN)),
          Map.entry("POST /api/escalations/snooze", Set.of(SUPERVISOR, ADMIN)),
          Map.entry("POST /api/escalations/judge", Set.of(SUPERVISOR, ADMIN)),
          Map.entry("POST /api/escalations/note", Set.of(SUPERVISOR, ADMIN)),
          Map.entry("POST /api/rules/validate", Set.of(ADMIN)),
          Map.entry("POST /api/rules/backtest", Set.of(ADMIN)),
          Map.entry("DELETE /api/rules/backtest/{name}", Set.of(ADMIN)),
          Map.entry("PUT /api/rules/{version}", Set.of(ADMIN)),
          Map.entry("DELETE /api/rules/{version}", Set.of(ADMIN)),
          Map.entry("POST /api/customers/erase", Set.of(ADMIN)),
          Map.entry("GET /audit", Set.of(ADMIN, AUDITOR)),
          Map.entry("GET /api/audit", Set.of(ADMIN, AUDITOR)));

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
  void everyRouteLetsInWhoMayAndNobodyElse() throws Exception {
    Map<String, String> cookies = cookies();
    Map<String, Set<String>> found = new TreeMap<>();
    for (UriRouteInfo<?, ?> route : routes()) {
      List<String> letIn = new ArrayList<>();
      for (String who : EVERYBODY) {
        if (isLetIn(route, who, cookies.get(who))) {
          letIn.add(who);
        }
      }
      found.put(name(route), Set.copyOf(letIn));
    }
    assertThat(found).containsExactlyInAnyOrderEntriesOf(MAY);
  }

  @Test
  void aRouteThatNobodyKnowsIsClosed() throws Exception {
    assertThat(Staff.get(dashboard, "/api/nothing", "").statusCode()).isEqualTo(401);
    assertThat(Staff.get(dashboard, "/assets/../api/calls", "").statusCode()).isIn(401, 404);
    assertThat(Staff.get(dashboard, "//api/calls", "").statusCode()).isIn(400, 401);
    assertThat(Staff.get(dashboard, "/api/calls/", "").statusCode()).isEqualTo(401);
    assertThat(Staff.get(dashboard, "/assets/floor.js", "").statusCode()).isEqualTo(200);
  }

  @Test
  void aRouteThatIsInNoListIsClosedToWhoeverHasLoggedIn() throws Exception {
    String ada = Staff.login(dashboard, ADMIN);
    assertThat(status("GET", "/api/failing", "", ada)).isEqualTo(403);
    assertThat(status("PATCH", "/api/failing", "", ada)).isEqualTo(403);
  }

  @Test
  void aStrangerIsToldTheSameOfWhatThereIsAndOfWhatThereIsNot() throws Exception {
    for (String path : List.of("/api/history", "/api/rules/validate", "/nope", "/favicon.ico")) {
      for (String method : List.of("GET", "POST", "PATCH", "DELETE")) {
        for (String type : List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN)) {
          assertThat(status(method, path, type, "")).as(method + " " + path).isEqualTo(401);
        }
      }
    }
  }

  private int status(String method, String path, String type, String cookie) throws Exception {
    HttpRequest.Builder request = Staff.request(dashboard, path, cookie);
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return client
        .send(
            request.method(method, BodyPublishers.noBody()).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private List<UriRouteInfo<?, ?>> routes() {
    List<UriRouteInfo<?, ?>> routes =
        dashboard
            .bean(Router.class)
            .uriRoutes()
            .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
            .filter(route -> !name(route).endsWith("/failing")) // of another test
            .collect(Collectors.toList());
    assertThat(routes).hasSizeGreaterThan(20);
    return routes;
  }

  private boolean isLetIn(UriRouteInfo<?, ?> route, String who, String cookie) throws Exception {
    String path = route.getUriMatchTemplate().toString().replaceAll("\\{[^}]*}", "x");
    HttpRequest.Builder request = Staff.request(dashboard, path, cookie);
    if (route.getHttpMethod().permitsRequestBody()) {
      String type =
          route.getConsumes().stream()
              .findFirst()
              .orElse(MediaType.APPLICATION_JSON_TYPE)
              .getName();
      request.header("Content-Type", type);
    }
    request.method(
        route.getHttpMethod().name(),
        route.getHttpMethod().permitsRequestBody()
            ? BodyPublishers.ofString("{}")
            : BodyPublishers.noBody());
    HttpResponse<InputStream> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    answer.body().close();
    if (name(route).equals("POST /login")) {
      assertThat(answer.statusCode()).as("a login without a name").isIn(401, 429);
      return true;
    }
    assertThat(answer.statusCode())
        .as("%s for '%s'", name(route), who)
        .isNotEqualTo(who.equals(NOBODY) ? 403 : 401)
        .isNotIn(500, 415);
    return answer.statusCode() != 401 && answer.statusCode() != 403;
  }

  private static String name(UriRouteInfo<?, ?> route) {
    return route.getHttpMethodName() + " " + route.getUriMatchTemplate();
  }

  private Map<String, String> cookies() throws Exception {
    Map<String, String> cookies = new TreeMap<>();
    cookies.put(NOBODY, "");
    for (String who : STAFF) {
      cookies.put(who, Staff.login(dashboard, who));
    }
    return cookies;
  }
}

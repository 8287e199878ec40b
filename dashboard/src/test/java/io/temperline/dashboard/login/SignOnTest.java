package io.temperline.dashboard.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.web.router.Router;
import io.temperline.dashboard.Staff;
import io.temperline.dashboard.TestDashboard;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Coming in by single sign-on. */
@Timeout(60)
class SignOnTest {

  @TempDir private Path folder;
  private final HttpClient browser =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.ALWAYS)
          .build();
  private FakeProvider provider;
  private TestDashboard dashboard;

  @BeforeEach
  void start() throws Exception {
    provider = new FakeProvider();
    dashboard = TestDashboard.start(settings());
  }

  @AfterEach
  void close() {
    dashboard.close();
    provider.close();
  }

  @Test
  void theProviderSaysWhoSomebodyIsAndWhatTheyMay() throws Exception {
    provider.says(
        Map.of(
            "preferred_username", "sue",
            "realm_access", Map.of("roles", List.of("supervisor", "offline_access")),
            "queues", List.of("Billing", "Returns")));

    HttpResponse<String> landed = get("/oauth/login/oidc");
    JsonNode me = new ObjectMapper().readTree(get("/api/me").body());

    assertThat(landed.statusCode()).isEqualTo(200);
    assertThat(landed.uri()).isEqualTo(URI.create(dashboard.url("/")));
    assertThat(me.get("name").asText()).isEqualTo("sue");
    assertThat(me.get("roles").toString()).isEqualTo("[\"supervisor\"]");
    assertThat(me.get("queues").toString()).isEqualTo("[\"Billing\",\"Returns\"]");
    assertThat(new ObjectMapper().readTree(get("/api/login").body()).get("password").asBoolean())
        .isFalse();
  }

  @Test
  void aStarStandsForEveryQueueAndNoClaimForNone() throws Exception {
    provider.says(
        Map.of("realm_access", Map.of("roles", List.of("supervisor")), "queues", List.of("*")));
    get("/oauth/login/oidc");
    assertThat(new ObjectMapper().readTree(get("/api/me").body()).get("queues").isNull()).isTrue();

    provider.says(Map.of("realm_access", Map.of("roles", List.of("supervisor"))));
    get("/oauth/login/oidc");
    assertThat(new ObjectMapper().readTree(get("/api/me").body()).get("queues")).isEmpty();
  }

  @Test
  void whoHasNoneOfOurRolesIsNotLetIn() throws Exception {
    provider.says(Map.of("preferred_username", "sue"));

    HttpResponse<String> landed = get("/oauth/login/oidc");

    assertThat(landed.uri().getPath()).isEqualTo("/login");
    assertThat(landed.uri().getQuery()).contains("refused");
    assertThat(get("/api/me").uri().getPath()).isEqualTo("/login");
  }

  @Test
  void theStartWaitsForAProviderThatIsAway() throws Exception {
    dashboard.close();
    Map<String, Object> settings = new HashMap<>(settings());
    CompletableFuture<TestDashboard> starting;
    int port;
    try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      port = nobody.getLocalPort();
      settings.put("access.oidc.issuer", "http://127.0.0.1:" + port);
      starting = CompletableFuture.supplyAsync(() -> TestDashboard.start(settings));
      nobody.accept().close();
    }
    assertThat(starting).isNotDone();

    provider.close();
    provider = new FakeProvider(port);
    provider.says(Map.of("realm_access", Map.of("roles", List.of("supervisor"))));
    dashboard = starting.get();
    get("/oauth/login/oidc");
    assertThat(get("/api/me").body()).contains("subject-1");
  }

  @Test
  void theAuditKnowsWhoCameAndFromWhere() throws Exception {
    provider.says(Map.of("realm_access", Map.of("roles", List.of("auditor"))));
    get("/oauth/login/oidc");

    assertThat(get("/api/audit").body())
        .contains("LOGGED_IN", "subject-1", "\"address\":\"127.0.0.1\"");
  }

  @Test
  void aTokenOfTheProvidersIsNoSession() throws Exception {
    provider.says(
        Map.of("roles", List.of("admin"), "signOn", true, "preferred_username", "mallory"));
    for (String client : List.of("another-client", "temperline")) {
      String cookie = "temperline-session=" + provider.tokenFor(client);
      assertThat(Staff.get(dashboard, "/api/me", cookie).statusCode()).isEqualTo(401);
    }
  }

  @Test
  void aProxysAddressIsWhereTheProviderLeadsBackTo() throws Exception {
    Map<String, Object> settings = new HashMap<>(settings());
    settings.put("access.address", "https://dashboard.example");
    try (TestDashboard behindProxy = TestDashboard.start(settings)) {
      HttpResponse<String> sent =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create(behindProxy.url("/oauth/login/oidc"))).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(sent.headers().firstValue("Location").orElseThrow())
          .startsWith(provider.issuer() + "/authorize?")
          .contains("redirect_uri=https%3A%2F%2Fdashboard.example%2Foauth%2Fcallback%2Foidc");
      assertThat(sent.headers().allValues("Set-Cookie"))
          .isNotEmpty()
          .allSatisfy(
              cookie -> assertThat(cookie).contains("Secure").containsIgnoringCase("HttpOnly"));
    }
  }

  @Test
  void noOtherRouteComesWithIt() {
    assertThat(
            dashboard
                .bean(Router.class)
                .uriRoutes()
                .map(route -> route.getUriMatchTemplate().toString()))
        .filteredOn(path -> path.startsWith("/oauth") || path.startsWith("/.well"))
        .containsOnly("/oauth/login/oidc", "/oauth/callback/oidc");
  }

  private Map<String, Object> settings() throws Exception {
    Path secret = Files.writeString(folder.resolve("client-secret"), "very-secret\n");
    return Map.of(
        "access.oidc.issuer", provider.issuer(),
        "access.oidc.client-id", "temperline",
        "access.oidc.client-secret", "file:" + secret,
        "access.oidc.roles-claim", "realm_access.roles",
        "access.oidc.queues-claim", "queues");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(URI.create(dashboard.url(path)))
            .header("Accept", "text/html,application/json")
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}

package io.temperline.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.temperline.dashboard.Dashboard;
import io.temperline.dashboard.DashboardConfig;
import io.temperline.dashboard.DashboardStartException;
import io.temperline.dashboard.source.TestTopics;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be set, and what is said of the rest. */
class AccessSettingsTest {

  private static final DashboardConfig LOOPBACK =
      DashboardConfig.onLoopback(
          0,
          Map.of("bootstrap.servers", "127.0.0.1:1", "schema.registry.url", TestTopics.REGISTRY));
  private static final String HASH = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

  @TempDir private Path folder;

  @Test
  void withoutALoginOnlyThisMachineIsServed() throws Exception {
    assertThatExceptionOfType(DashboardStartException.class)
        .isThrownBy(() -> Dashboard.start(LOOPBACK.on("0.0.0.0")))
        .withMessageStartingWith("0.0.0.0 can be reached from other machines")
        .withMessageContaining("access.users")
        .satisfies(AccessSettingsTest::isOneLine);
    try (Dashboard dashboard = Dashboard.start(LOOPBACK)) {
      assertThat(statusFor(dashboard, "dashboard.example")).isEqualTo(403);
      assertThat(statusFor(dashboard, "localhost:8080")).isEqualTo(200);
    }
  }

  @Test
  void withALoginEveryAddressMayBeServed() throws Exception {
    Path config = config("access: {users: %s}".formatted(users(entry("ada", "[admin]"))));
    try (Dashboard dashboard = Dashboard.start(LOOPBACK.on("0.0.0.0"), config)) {
      assertThat(dashboard.port()).isPositive();
    }
  }

  @Test
  void settingsThatCannotBeUsedAreSaid() throws Exception {
    assertRefused("access: {user: a.yaml}", "access.user means nothing: there are address, mask");
    assertRefused("access: {mask: [viewer]}", "access.users and access.oidc are missing");
    assertRefused("access: {users: nowhere.yaml}", "nowhere.yaml cannot be read");
    String users = "users: " + users(entry("ada", "[admin]"));
    assertRefused("access: {%s, mask: [cleaner]}".formatted(users), "access.mask has 'cleaner'");
    assertRefused("access: {%s, secret: abc}".formatted(users), "access.secret is written out");
    Path brief = Files.writeString(folder.resolve("brief"), "abc");
    assertRefused("access: {%s, secret: 'file:%s'}".formatted(users, brief), "fewer than 32 bytes");
    assertRefused(
        "access: {%s, metrics: closed}".formatted(users), "access.metrics is written out");
    assertRefused("access: {%s, session: 1s}".formatted(users), "access.session is '1s'");
    assertRefused("access: {oidc: {client-id: a}}", "access.oidc.issuer is missing");
    assertRefused(
        "access: {oidc: {issuer: 'https://id.example'}}", "access.oidc.client-id is missing");
  }

  @Test
  void usersThatCannotBeUsedAreSaid() throws Exception {
    assertUsersRefused("[]", "has no users");
    assertUsersRefused("users: []", "has no users");
    assertUsersRefused("users: [}", "is no YAML: line 1");
    assertUsersRefused("users: [ada]", "user 1 is not a user");
    assertUsersRefused("users: [{password: x}]", "user 1 has no name");
    assertUsersRefused(
        "users: [{name: ada, password: secret, roles: [admin]}]",
        "user ada: password is no bcrypt hash");
    assertUsersRefused(all(entry("ada", "[boss]")), "there is no role 'boss': there are viewer");
    assertUsersRefused(all(entry("ada", "[]")), "user ada has no roles");
    assertUsersRefused(all(entry("ada", "admin")), "roles is no list");
    assertUsersRefused(all(entry("ada", "[admin], queues: []")), "queues is empty");
    assertUsersRefused(all(entry("ada", "[admin], queue: [a]")), "queue means nothing");
    assertUsersRefused(
        all(entry("ada", "[admin]") + ", " + entry("ada", "[viewer]")), "two users ada");
  }

  private void assertUsersRefused(String file, String reason) throws Exception {
    assertRefused("access: {users: %s}".formatted(usersFile(file)), reason);
  }

  private void assertRefused(String yaml, String reason) throws Exception {
    Path config = config(yaml);
    assertThatExceptionOfType(DashboardStartException.class)
        .as(yaml)
        .isThrownBy(() -> Dashboard.start(LOOPBACK, config).close())
        .withMessageContaining(reason)
        .satisfies(AccessSettingsTest::isOneLine)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret]", "password: secret"));
  }

  private static void isOneLine(Throwable error) {
    assertThat(error.getMessage().lines()).hasSize(1);
  }

  private static String entry(String name, String roles) {
    return "{name: %s, password: %s, roles: %s}".formatted(name, HASH, roles);
  }

  private static String all(String entries) {
    return "users: [%s]".formatted(entries);
  }

  private String users(String entries) throws IOException {
    return usersFile(all(entries));
  }

  private String usersFile(String text) throws IOException {
    return Files.writeString(folder.resolve("users.yaml"), text).toString();
  }

  private Path config(String text) throws IOException {
    return Files.writeString(folder.resolve("dashboard.yaml"), text);
  }

  private static int statusFor(Dashboard dashboard, String host) throws Exception {
    try (Socket socket = new Socket("127.0.0.1", dashboard.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /api/me HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                  .formatted(host)
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return Integer.parseInt(answer.split(" ")[1]);
    }
  }
}

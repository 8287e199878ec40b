package io.temperline.dashboard;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** People with a password, one of each role, and how they log in. */
public final class Staff {

  public static final String PASSWORD = "correct horse";

  private static final String HASH = BCrypt.withDefaults().hashToString(10, PASSWORD.toCharArray());
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Staff() {}

  /** Writes the users file and gives the settings that name it. */
  public static Map<String, Object> settings(Path folder) {
    return Map.of("access.users", file(folder), "access.mask", "viewer");
  }

  static String file(Path folder) {
    String users =
        """
        users:
          - {name: vera, password: %1$s, roles: [viewer]}
          - {name: sam, password: %1$s, roles: [supervisor]}
          - {name: bill, password: %1$s, roles: [supervisor], queues: [Billing]}
          - {name: ada, password: %1$s, roles: [admin]}
          - {name: otto, password: %1$s, roles: [auditor]}
        """
            .formatted(HASH);
    try {
      return Files.writeString(folder.resolve("users.yaml"), users).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cookie of one who has logged in. */
  public static String login(TestDashboard dashboard, String name) throws Exception {
    HttpResponse<String> answer = tryLogin(dashboard, name, PASSWORD);
    if (answer.statusCode() != 204) {
      throw new AssertionError(name + " cannot log in: " + answer.statusCode() + answer.body());
    }
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  public static HttpResponse<String> tryLogin(TestDashboard dashboard, String name, String password)
      throws Exception {
    String body = "{\"name\": \"%s\", \"password\": \"%s\"}".formatted(name, password);
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(dashboard.url("/login")))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** What is answered to whoever has the cookie; empty for nobody. */
  public static HttpResponse<String> get(TestDashboard dashboard, String path, String cookie)
      throws Exception {
    return CLIENT.send(
        request(dashboard, path, cookie).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  public static HttpResponse<String> post(
      TestDashboard dashboard, String path, String cookie, String json) throws Exception {
    return CLIENT.send(
        request(dashboard, path, cookie)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json.replace('\'', '"')))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  public static HttpRequest.Builder request(TestDashboard dashboard, String path, String cookie) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(dashboard.url(path)));
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }
}

package io.temperline.dashboard.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.dashboard.TestDashboard;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever goes wrong under /api is a problem after RFC 9457, asked for in bytes as they come. */
class HttpProblemsTest {

  private static final String JSON = "application/json";

  private static TestDashboard dashboard;

  @BeforeAll
  static void start() {
    dashboard = TestDashboard.start();
  }

  @AfterAll
  static void close() {
    dashboard.close();
  }

  private record Answer(String head, String body) {

    int status() {
      return Integer.parseInt(head.split(" ")[1]);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          acknowledge | {"id":            | the body is not JSON: see its line 1, column 7
          acknowledge | nonsense          | the body is not JSON: see its line 1, column 1
          acknowledge | []                | not of the type that is asked for: see its line 1
          judge       | {"id": {"a": 1}}  | not of the type that is asked for: see its line 1, column 9
          snooze      | {"until": "soon"} | not of the type that is asked for: see its line 1, column 17
          snooze      | {"until": 1e300}  | not of the type that is asked for: see its line 1, column 16
          note        | ``                | the request has no body
          acknowledge | {}                | say who asks
          """)
  void aBodyThatCannotBeUsed(String action, String body, String detail) throws Exception {
    String path = "/api/escalations/" + action;
    Answer answer = ask("POST", path, "Content-Type: " + JSON, body);
    assertProblem(body.equals("{}") ? 422 : 400, detail, path, answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET     | /api                | 404 | nothing is known at this address
          GET     | /api/nothing        | 404 | nothing is known at this address
          GET     | /api/calls/nobody   | 404 | nothing is known at this address
          GET     | /api/calls/%ff      | 404 | nothing is known at this address
          GET     | /api/rules/nobody   | 404 | nothing is known at this address
          DELETE  | /api/calls          | 405 | DELETE is not answered here: ask with GET or HEAD
          BREW    | /api/rules/validate | 405 | BREW is not answered here
          """)
  void anAddressThatIsNotAnswered(String method, String path, int status, String detail)
      throws Exception {
    for (String accept : new String[] {"*/*", JSON, "text/html, */*"}) {
      assertProblem(status, detail, path, ask(method, path, "Accept: " + accept, ""));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/calls/%zz",
    "GET, /api/calls/%",
    "GET, /api/calls?%zz",
    "GET, /api/calls/a|b",
    "PUT, /api/rules/a?by=%zz",
    "POST, /api/escalations/%zz"
  })
  void anAddressThatIsNoUrl(String method, String path) throws Exception {
    Answer answer = ask(method, path, "Accept: text/html, */*", "");
    assertProblem(400, "the address is not encoded as a URL", null, answer);
  }

  @Test
  void mediaThatAreNotSpoken() throws Exception {
    String path = "/api/escalations/note";
    assertProblem(
        415,
        "a body that is text/plain is not taken here: send application/json",
        path,
        ask("POST", path, "Content-Type: text/plain", "{}"));
    assertProblem(
        406,
        "there is no answer that is text/csv: accept application/json",
        "/api/calls",
        ask("GET", "/api/calls", "Accept: text/csv", ""));
  }

  @Test
  void anUnexpectedFailureTellsNothingOfTheInside() throws Exception {
    Answer answer = ask("GET", "/api/failing", "Accept: */*", "");
    assertProblem(500, "an unexpected failure: see the dashboard's log", "/api/failing", answer);
    assertThat(answer.body()).doesNotContain("inside");
  }

  @Test
  void onlyWhoeverLooksForAPageGetsOne() throws Exception {
    Answer page = ask("GET", "/nothing", "Accept: text/html, */*", "");
    assertThat(page.status()).isEqualTo(404);
    assertThat(page.head()).containsIgnoringCase("content-type: text/html");
    assertThat(page.body()).contains("data-status=\"404\"").doesNotContain("<style", "style=");
    Answer failed = ask("GET", "/failing", "Accept: text/html, */*", "");
    assertThat(failed.status()).isEqualTo(500);
    assertThat(failed.body()).contains("data-status=\"500\"").doesNotContain("inside");
    assertProblem(
        404,
        "nothing is known at this address",
        "/nothing",
        ask("GET", "/nothing", "Accept: */*", ""));
  }

  private static void assertProblem(int status, String detail, String instance, Answer answer)
      throws IOException {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.head()).containsIgnoringCase("content-type: application/problem+json");
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("type").asText()).matches("about:blank|urn:temperline:problem:[a-z-]+");
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(problem.get("detail").asText()).contains(detail).doesNotContain("\n", "java.");
    assertThat(problem.path("instance").asText(null)).isEqualTo(instance);
    assertThat(problem.has("_links")).isFalse();
  }

  /** Java's own client would not send every path. */
  private static Answer ask(String method, String path, String header, String body)
      throws IOException {
    URI uri = URI.create(dashboard.url("/"));
    String request =
        String.join(
            "\r\n",
            method + " " + path + " HTTP/1.1",
            "Host: localhost",
            "Connection: close",
            header,
            "Content-Length: " + body.length(),
            "",
            body);
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      String[] parts = answer.split("\r\n\r\n", 2);
      return new Answer(parts[0], parts[1]);
    }
  }
}

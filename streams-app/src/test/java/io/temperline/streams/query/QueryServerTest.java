package io.temperline.streams.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked wrongly, or of an application that does not run, is a problem after RFC 9457. */
class QueryServerTest {

  private static KafkaStreams streams;
  private static InetSocketAddress address;
  private static QueryServer server;

  @BeforeAll
  static void start() throws IOException {
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream("any");
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "questions");
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
    streams = new KafkaStreams(builder.build(), properties);
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket free = new ServerSocket(0, 1, loopback)) {
      address = new InetSocketAddress(loopback, free.getLocalPort());
    }
    server = QueryServer.start(address, "localhost:1", streams);
  }

  @AfterAll
  static void close() {
    server.close();
    streams.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | /customers/%zz/calls | 400 | the address is not encoded as a URL
          GET  | /calls/%             | 400 | the address is not encoded as a URL
          GET  | /calls/a^b           | 400 | the address is not encoded as a URL
          """)
  void anAddressThatIsNoUrl(String method, String path, int status, String detail)
      throws Exception {
    JsonNode problem = problem(status, ask(method, path));
    assertThat(problem.get("detail").asText()).contains(detail);
    assertThat(problem.has("instance")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | /                   | 404 | ask for /customers/ID/calls or /calls/ID
          GET  | /customers/4711     | 404 | ask for /customers/ID/calls or /calls/ID
          POST | /calls/7            | 405 | POST is not answered here: ask with GET
          GET  | /customers/7/calls  | 503 | ask again in a few seconds
          GET  | /calls/%2Fsip%3A7   | 503 | ask again in a few seconds
          """)
  void whatCannotBeAnswered(String method, String path, int status, String detail)
      throws Exception {
    JsonNode problem = problem(status, ask(method, path));
    assertThat(problem.get("detail").asText()).contains(detail);
    assertThat(problem.get("instance").asText()).isEqualTo(path);
  }

  @Test
  void aConnectionIsKeptForTheNextQuestion() throws Exception {
    try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
      socket.setSoTimeout(20_000);
      String one = "GET /calls HTTP/1.1\r\nHost: x\r\n\r\n";
      String last = "GET /calls HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write((one + last).getBytes(UTF_8));
      String answers = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answers.split("HTTP/1.1 404 ", -1)).hasSize(3);
    }
  }

  @Test
  void aPortInUseIsSaid() {
    assertThatIOException()
        .isThrownBy(() -> QueryServer.start(address, "localhost:1", streams))
        .withMessageContaining("in use");
  }

  private static JsonNode problem(int status, String answer) throws IOException {
    String[] parts = answer.split("\r\n\r\n", 2);
    assertThat(parts[0]).startsWith("HTTP/1.1 " + status + " ");
    assertThat(parts[0]).containsIgnoringCase("content-type: application/problem+json");
    JsonNode problem = new ObjectMapper().readTree(parts[1]);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("type").asText()).isEqualTo("about:blank");
    assertThat(problem.get("title").asText()).isNotBlank();
    return problem;
  }

  /** Java's own client would not send every path. */
  private static String ask(String method, String path) throws IOException {
    try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
      socket.setSoTimeout(20_000);
      String request =
          "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".formatted(method, path);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}

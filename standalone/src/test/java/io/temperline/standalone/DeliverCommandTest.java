package io.temperline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliverCommandTest {

  private final CommandRunner command = new CommandRunner();
  private final List<String> bodies = new CopyOnWriteArrayList<>();

  @TempDir private Path folder;

  @Test
  void aTargetThatTakesTheSampleIsSaidToTakeIt() throws IOException {
    HttpServer server = serve(200);
    try {
      String config = config(server.getAddress().getPort());

      assertThat(command.run("deliver", "--config", config)).isZero();
      assertThat(command.lines())
          .containsExactly("team: http://127.0.0.1:" + server.getAddress().getPort());
      assertThat(bodies).isEmpty();

      assertThat(command.run("deliver", "--config", config, "--test", "team")).isZero();
      assertThat(command.out())
          .contains("raised: team at http://127.0.0.1:")
          .contains("cleared: team at http://127.0.0.1:")
          .contains("answered 200")
          .doesNotContain("T0KEN");
      assertThat(bodies).hasSize(2).allMatch(body -> body.contains("A sample"));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aTargetThatRefusesTheSampleIsSaidToRefuseIt() throws IOException {
    HttpServer server = serve(404);
    try {
      command.assertRefused(
          "answered 404: it would not be tried again",
          "deliver",
          "--config",
          config(server.getAddress().getPort()),
          "--test",
          "team");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void whatCannotBeDoneIsSaidInOneLine() throws IOException {
    String config = config(1);
    command.assertRefused(
        "it would be tried again", "deliver", "--config", config, "--test", "team");
    command.assertRefused(
        "has no target pager: there are team", "deliver", "--config", config, "--test", "pager");
    command.assertRefused("--config", "deliver");
    command.assertRefused(
        folder + "/none.yaml: there is no such file", "deliver", "--config", folder + "/none.yaml");
    command.assertRefused(
        folder + " is a folder: name a file", "deliver", "--config", folder.toString());
  }

  @Test
  void whatIsNoYamlIsSaidWithItsPlaceAndWithoutTheParsersWords() throws IOException {
    Path file = folder.resolve("bad.yaml");
    Files.writeString(file, "delivery:\n  targets: *none\n");
    command.assertRefused(
        file + ":2:12: is no YAML: found undefined alias none",
        "deliver",
        "--config",
        file.toString());
    assertThat(command.err()).doesNotContain("reader", "java.");

    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xfa});
    command.assertRefused(file + " is no YAML in UTF-8", "deliver", "--config", file.toString());
  }

  @Test
  void everySettingThatCannotBeUsedHasALine() throws IOException {
    String config =
        Files.writeString(
                folder.resolve("bad.yaml"),
                """
                delivery:
                  targets:
                    crm: {kind: webhook}
                    team: {kind: slak}
                """)
            .toString();

    assertThat(command.run("deliver", "--config", config)).isEqualTo(2);

    assertThat(command.err().lines())
        .containsExactly(
            "temperline: delivery target crm: url is missing: give the address to post to",
            "temperline: delivery target team: kind is 'slak': give webhook, slack, pagerduty,"
                + " mail");
  }

  private String config(int port) throws IOException {
    Path address =
        Files.writeString(
            folder.resolve("address"), "http://127.0.0.1:%d/services/T0KEN".formatted(port));
    return Files.writeString(
            folder.resolve("delivery.yaml"),
            "delivery: {targets: {team: {kind: slack, url: 'file:%s'}}}".formatted(address))
        .toString();
  }

  private HttpServer serve(int status) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}

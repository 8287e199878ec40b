package io.temperline.dashboard.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.dashboard.TestDashboard;
import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import io.temperline.schemas.Verdict;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with alerts over HTTP. */
class AlertWebTest {

  private static final String ALERT = "trunk/7/ä b/sustained-anger/12";

  private TestDashboard dashboard;

  @BeforeEach
  void start() {
    dashboard = TestDashboard.start();
  }

  @AfterEach
  void close() {
    dashboard.close();
  }

  @Test
  void eachWishIsACommandAboutTheCallOfTheAlert() throws Exception {
    JsonNode acknowledged = ask("acknowledge", "'by': 'olga', 'note': 'on my way'");
    ask("snooze", "'by': 'olga', 'until': 4102444800000");
    ask("judge", "'by': 'bea', 'verdict': 'FALSE_ALARM'");
    ask("note", "'by': 'olga', 'note': 'only loud'");

    List<Command> sent = dashboard.bean(CommandsInMemory.class).sent();
    assertThat(sent)
        .extracting(Command::getType)
        .containsExactly(
            CommandType.ACKNOWLEDGE, CommandType.SNOOZE, CommandType.JUDGE, CommandType.NOTE);
    assertThat(sent).extracting(Command::getEscalationId).containsOnly(ALERT);
    assertThat(sent).extracting(Command::getCallId).containsOnly("trunk/7/ä b");
    assertThat(sent).extracting(Command::getCommandId).doesNotHaveDuplicates();
    assertThat(sent.get(0).getCommandId()).isEqualTo(acknowledged.get("commandId").asText());
    assertThat(sent.get(0).getNote()).isEqualTo("on my way");
    assertThat(sent.get(1).getSnoozeUntil()).isEqualTo(Instant.parse("2100-01-01T00:00:00Z"));
    assertThat(sent.get(2).getVerdict()).isEqualTo(Verdict.FALSE_ALARM);
    assertThat(sent.get(2).getBy()).isEqualTo("bea");
  }

  @Test
  void whatMakesNoSenseIsRefusedAndNotSent() throws Exception {
    assertRefused("acknowledge", "{'id': '%s'}", "who asks");
    assertRefused("acknowledge", "{'id': 'nonsense', 'by': 'olga'}", "CALL/RULE/WINDOW");
    assertRefused("acknowledge", "{'by': 'olga'}", "CALL/RULE/WINDOW");
    assertRefused("snooze", "{'id': '%s', 'by': 'olga'}", "until when");
    assertRefused("snooze", "{'id': '%s', 'by': 'olga', 'until': 1000}", "still to come");
    assertRefused("judge", "{'id': '%s', 'by': 'olga', 'verdict': 'MAYBE'}", "RIGHT");
    assertRefused("note", "{'id': '%s', 'by': 'olga', 'note': ' '}", "nothing to note");
    assertRefused(
        "note", "{'id': '%s', 'by': 'olga', 'note': '" + "n".repeat(4001) + "'}", "4000 are");

    assertThat(dashboard.bean(CommandsInMemory.class).sent()).isEmpty();
  }

  /** A page from elsewhere can send plain text, and forms, without asking. */
  @Test
  void onlyJsonIsTaken() throws Exception {
    String wish = "{\"id\": \"%s\", \"by\": \"olga\"}".formatted(ALERT);
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
      assertThat(post("acknowledge", type, wish).statusCode()).as(type).isEqualTo(415);
    }
    assertThat(dashboard.bean(CommandsInMemory.class).sent()).isEmpty();
  }

  private JsonNode ask(String action, String fields) throws Exception {
    HttpResponse<String> response =
        post(
            action,
            "application/json",
            ("{'id': '" + ALERT + "', " + fields + "}").replace('\'', '"'));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
    return new ObjectMapper().readTree(response.body());
  }

  private void assertRefused(String action, String body, String detail) throws Exception {
    HttpResponse<String> response =
        post(action, "application/json", body.formatted(ALERT).replace('\'', '"'));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(422);
    assertThat(new ObjectMapper().readTree(response.body()).get("detail").asText())
        .contains(detail);
  }

  private HttpResponse<String> post(String action, String type, String body) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(dashboard.url("/api/escalations/" + action)))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}

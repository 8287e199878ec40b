package io.temperline.dashboard.commands;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.dashboard.CallScript;
import io.temperline.dashboard.TestDashboard;
import io.temperline.dashboard.web.EventReader;
import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import io.temperline.schemas.Escalation;
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
import org.junit.jupiter.api.Timeout;

/** What people do with alerts over HTTP. */
@Timeout(60) // a stream on which nothing comes would be read for ever
class AlertWebTest {

  private static final String ALERT = "trunk/7/ä b/sustained-anger/12";

  private final CallScript call = new CallScript("trunk/7/ä b", Instant.now().minusSeconds(60));
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
    tell(call.raised(12, 0.8f));
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
  void anAlertThatTheFloorDoesNotKnowIsNotFound() throws Exception {
    tell(call.raised(12, 0.8f));
    for (String alert : List.of("trunk/7/ä b/sustained-anger/13", "elsewhere/sustained-anger/12")) {
      for (String wish : List.of("acknowledge", "judge", "note", "snooze")) {
        HttpResponse<String> answer = wish(wish, alert);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.get("type").asText()).endsWith(":unknown-alert");
        assertThat(problem.get("detail").asText()).contains("no alert '" + alert + "'");
      }
    }
    assertThat(dashboard.bean(CommandsInMemory.class).sent()).isEmpty();
  }

  @Test
  void anAlertThatIsClearedCanBeJudgedButNotSnoozed() throws Exception {
    tell(call.raised(12, 0.8f));
    tell(call.cleared(12, 20, 0.8f));

    HttpResponse<String> snoozed = wish("snooze", ALERT);
    assertThat(snoozed.statusCode()).as(snoozed.body()).isEqualTo(409);
    assertThat(snoozed.body()).contains(":cleared-alert", "nothing left to snooze");
    assertThat(wish("judge", ALERT).statusCode()).isEqualTo(202);
    assertThat(wish("acknowledge", ALERT).statusCode()).isEqualTo(202);
  }

  @Test
  void aFloorThatCannotTellLeavesItToTheStreamsApplication() throws Exception {
    tell(call.raised(12, 0.8f));
    dashboard.topics().goAway();
    awaitSource("AWAY");
    assertThat(wish("acknowledge", "elsewhere/sustained-anger/12").statusCode()).isEqualTo(202);
  }

  /** Writes it, and waits until the floor knows. */
  private void tell(Escalation step) throws Exception {
    dashboard.topics().write(step);
    awaitSource("LIVE");
    long at = step.getAt().toEpochMilli();
    try (EventReader events = EventReader.open(dashboard.url("/api/events"), "")) {
      events.next(event -> event.get("floor").toString().contains("\"updatedAt\":" + at));
    }
  }

  private void awaitSource(String state) throws Exception {
    try (EventReader events = EventReader.open(dashboard.url("/api/events"), "")) {
      events.next(event -> event.get("source").get("state").asText().equals(state));
    }
  }

  private HttpResponse<String> wish(String action, String alert) throws Exception {
    String body =
        "{'id': '%s', 'by': 'olga', 'note': 'x', 'until': 4102444800000, 'verdict': 'RIGHT'}";
    return post(action, "application/json", body.formatted(alert).replace('\'', '"'));
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

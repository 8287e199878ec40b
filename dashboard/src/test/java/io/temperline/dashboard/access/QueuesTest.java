package io.temperline.dashboard.access;

import static io.temperline.dashboard.Staff.get;
import static io.temperline.dashboard.Staff.login;
import static io.temperline.dashboard.Staff.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.temperline.dashboard.CallScript;
import io.temperline.dashboard.Staff;
import io.temperline.dashboard.TestDashboard;
import io.temperline.dashboard.source.TestTopics;
import io.temperline.dashboard.web.EventReader;
import io.temperline.schemas.CallHistory;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What somebody is shown who sees one queue, and what of customers somebody who sees none. */
@Timeout(60) // a stream on which nothing comes would be read for ever
class QueuesTest {

  private static final String THEIRS = "Zelda Quux";

  private final Instant now = Instant.now();
  private final CallScript ours = new CallScript("call-ours", now.minusSeconds(60));
  private final CallScript theirs = new CallScript("call-theirs", now.minusSeconds(60));
  private final CallScript endedTheirs = new CallScript("call-ended-theirs", now.minusSeconds(600));
  private final CallScript endedOurs = new CallScript("call-ended-ours", now.minusSeconds(600));
  @TempDir private Path folder;
  private TestDashboard dashboard;
  private TestTopics topics;
  private String bill;

  @BeforeEach
  void start() throws Exception {
    dashboard = TestDashboard.start(Staff.settings(folder));
    topics = dashboard.topics();
    bill = login(dashboard, "bill");
    topics.write(ours.started("Ada Lovelace", "agent-1", "Billing"));
    topics.write(ours.heard(1, 0.8f));
    topics.write(ours.raised(5, 0.8f));
    topics.write(theirs.started(THEIRS, "agent-2", "Returns"));
    topics.write(theirs.heard(1, 0.9f));
    topics.write(theirs.raised(5, 0.9f));
    topics.write(history(endedTheirs, THEIRS, "agent-2", "Returns"));
    topics.write(history(endedOurs, "Grace Hopper", "agent-1", "Billing"));
    try (EventReader all =
        EventReader.open(dashboard.url("/api/events"), "", login(dashboard, "sam"))) {
      all.next(event -> event.get("floor").get("revision").asLong() >= 8);
    }
  }

  @AfterEach
  void close() {
    dashboard.close();
  }

  @Test
  void noAnswerNamesACallOfAnotherQueue() throws Exception {
    for (String path :
        List.of(
            "/api/calls",
            "/api/escalations",
            "/api/history",
            "/api/history?text=Zelda",
            "/api/history.csv",
            "/api/queues")) {
      assertThat(get(dashboard, path, bill).body())
          .as(path)
          .doesNotContain(THEIRS, "call-theirs", "call-ended-theirs", "Returns", "agent-2");
    }
    assertThat(get(dashboard, "/api/calls", bill).body()).contains("call-ours", "Ada Lovelace");
    assertThat(get(dashboard, "/api/history", bill).body()).contains("Grace Hopper");
    for (String id : List.of("call-theirs", "call-ended-theirs", "call-nobodys")) {
      HttpResponse<String> answer = get(dashboard, "/api/calls/" + id, bill);
      assertThat(answer.statusCode()).as(id).isEqualTo(404);
      assertThat(answer.body()).doesNotContain(THEIRS, "Returns", "agent-2");
    }
    assertThat(get(dashboard, "/api/calls", login(dashboard, "sam")).body()).contains(THEIRS);
  }

  @Test
  void noStreamNamesACallOfAnotherQueue() throws Exception {
    try (EventReader floor = EventReader.open(dashboard.url("/api/events"), "", bill);
        EventReader call =
            EventReader.open(dashboard.url("/api/calls/call-theirs/events"), "", bill)) {
      JsonNode first = floor.next();
      topics.write(theirs.heard(2, 0.95f));
      topics.write(ours.heard(2, 0.15f));
      JsonNode change = floor.next(event -> event.toString().contains("0.15"));

      assertThat(first.toString()).contains("call-ours").doesNotContain("theirs", THEIRS);
      assertThat(change.toString()).contains("call-ours").doesNotContain("theirs", THEIRS);
      assertThat(call.next().get("call").isNull()).isTrue();
    }
  }

  @Test
  void aCallThatGoesToAnotherQueueVanishes() throws Exception {
    try (EventReader floor = EventReader.open(dashboard.url("/api/events"), "", bill);
        EventReader call =
            EventReader.open(dashboard.url("/api/calls/call-ours/events"), "", bill)) {
      assertThat(floor.next().get("floor").get("calls").findValuesAsText("id"))
          .contains("call-ours");
      assertThat(call.next().get("call").isNull()).isFalse();

      topics.write(ours.transferred(10, "agent-2", "Returns"));

      JsonNode gone = floor.next(event -> !event.get("floor").get("removed").isEmpty());
      assertThat(gone.get("floor").get("removed").get(0).asText()).isEqualTo("call-ours");
      assertThat(gone.toString()).doesNotContain("Returns");
      JsonNode last = call.next(event -> event.get("call").isNull());
      assertThat(last.toString()).doesNotContain("Returns");
    }
  }

  @Test
  void ofACallThatComesFromAnotherQueueEverythingIsTold() throws Exception {
    topics.write(theirs.heard(2, 0.95f));
    try (EventReader floor = EventReader.open(dashboard.url("/api/events"), "", bill)) {
      floor.next();

      topics.write(theirs.transferred(10, "agent-1", "Billing"));

      JsonNode come = floor.next(event -> event.toString().contains("call-theirs"));
      assertThat(come.get("floor").get("calls").get(0).get("recent")).hasSize(2);
      topics.write(theirs.heard(3, 0.15f));
      JsonNode news = floor.next(event -> event.toString().contains("0.15"));
      assertThat(news.get("floor").get("calls").get(0).get("recent")).hasSize(1);
    }
  }

  @Test
  void anAlertOfAnotherQueueCannotBeActedOn() throws Exception {
    String wish = "{'id': 'call-%s/sustained-anger/5', 'by': 'somebody else'}";

    HttpResponse<String> hidden =
        post(dashboard, "/api/escalations/acknowledge", bill, wish.formatted("theirs"));
    HttpResponse<String> unknown =
        post(dashboard, "/api/escalations/acknowledge", bill, wish.formatted("nobody"));

    assertThat(hidden.statusCode()).isEqualTo(404);
    assertThat(hidden.body()).isEqualTo(unknown.body());
  }

  private static CallHistory history(CallScript call, String customer, String agent, String queue) {
    return CallHistory.newBuilder(call.complete(60, 0.4f))
        .setCustomerId(customer)
        .setAgentId(agent)
        .setQueue(queue)
        .build();
  }

  @Test
  void customersAreMaskedForViewersAndAuditors() throws Exception {
    String note = "Ada Lovelace wants her money back";
    topics.write(ours.noted(ours.raised(5, 0.8f), 6, "sam", note));
    try (EventReader floor =
        EventReader.open(dashboard.url("/api/events"), "", login(dashboard, "sam"))) {
      floor.next(event -> event.toString().contains(note));
    }
    for (String who : List.of("vera", "otto")) {
      String cookie = login(dashboard, who);
      for (String path :
          List.of(
              "/api/calls",
              "/api/calls/call-ours",
              "/api/escalations",
              "/api/history",
              "/api/history.csv")) {
        assertThat(get(dashboard, path, cookie).body())
            .as(path)
            .contains("•••")
            .doesNotContain("Lovelace", "Quux");
      }
      assertThat(get(dashboard, "/api/escalations", cookie).body())
          .contains("A••• wants her money back");
      for (String text : List.of("Quux", "%E2%80%A2%E2%80%A2%E2%80%A2")) {
        assertThat(get(dashboard, "/api/history?text=" + text, cookie).body())
            .as("searched for %s, as %s", text, who)
            .contains("\"total\":0");
      }
      try (EventReader floor = EventReader.open(dashboard.url("/api/events"), "", cookie);
          EventReader call =
              EventReader.open(dashboard.url("/api/calls/call-ours/events"), "", cookie)) {
        assertThat(floor.next().toString()).contains("A•••", "Z•••").doesNotContain("Lovelace");
        assertThat(call.next().toString()).contains("A•••").doesNotContain("Lovelace");
      }
    }
  }
}

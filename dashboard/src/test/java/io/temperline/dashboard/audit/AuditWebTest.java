package io.temperline.dashboard.audit;

import static io.temperline.dashboard.Staff.get;
import static io.temperline.dashboard.Staff.login;
import static io.temperline.dashboard.Staff.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temperline.dashboard.CallScript;
import io.temperline.dashboard.Staff;
import io.temperline.dashboard.TestDashboard;
import io.temperline.dashboard.floor.FloorView;
import io.temperline.dashboard.source.TestTopics;
import io.temperline.dashboard.web.EventReader;
import io.temperline.schemas.AuditAction;
import io.temperline.schemas.AuditEntry;
import io.temperline.schemas.TrialCalls;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who did what, as an auditor reads it. */
@Timeout(60)
class AuditWebTest {

  private static final String ACKNOWLEDGE = "/api/escalations/acknowledge";
  private static final String WISH = "{'id': 'c-1/sustained-anger/5', 'by': 'somebody else'}";

  private static final String NOTE = "/api/escalations/note";
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final String RULES =
      "version: \"a\"\nrules: [{name: loud, expr: anger > 0.5, severity: info}]\n";

  private final CallScript call = new CallScript("c-1", Instant.now().minusSeconds(60));
  @TempDir private Path folder;
  private TestDashboard dashboard;
  private TrailInMemory trail;

  @BeforeEach
  void start() throws Exception {
    dashboard = TestDashboard.start(Staff.settings(folder));
    trail = dashboard.bean(TrailInMemory.class);
    TestTopics topics = dashboard.topics();
    topics.write(call.started("Ada Lovelace", "agent-1", "Returns"));
    topics.write(call.raised(5, 0.8f));
    try (EventReader all =
        EventReader.open(dashboard.url("/api/events"), "", login(dashboard, "ada"))) {
      all.next(event -> event.get("floor").get("revision").asLong() >= 2);
    }
  }

  @AfterEach
  void close() {
    dashboard.close();
  }

  @Test
  void whatPeopleSeeAndChangeAndAreDeniedIsThere() throws Exception {
    String sam = login(dashboard, "sam");
    get(dashboard, "/api/calls/c-1", sam);
    EventReader.open(dashboard.url("/api/calls/c-1/events"), "", sam).close();
    awaitEntries(4);
    assertThat(post(dashboard, ACKNOWLEDGE, sam, WISH).statusCode()).isEqualTo(202);
    String bill = login(dashboard, "bill");
    get(dashboard, "/api/calls/c-1", bill);
    get(dashboard, "/api/audit", bill);
    get(dashboard, "/api/history.csv", bill);
    Staff.tryLogin(dashboard, "bill", "wrong password");
    post(dashboard, "/logout", bill, "{}");
    awaitEntries(11);

    assertThat(trail.entries())
        .extracting(AuditEntry::getWho, AuditEntry::getAction, AuditEntry::getCallId)
        .containsExactlyInAnyOrder(
            tuple("ada", AuditAction.LOGGED_IN, null),
            tuple("sam", AuditAction.LOGGED_IN, null),
            tuple("sam", AuditAction.VIEWED_CALL, "c-1"),
            tuple("sam", AuditAction.VIEWED_CALL, "c-1"),
            tuple("sam", AuditAction.ACKNOWLEDGED, "c-1"),
            tuple("bill", AuditAction.LOGGED_IN, null),
            tuple("bill", AuditAction.DENIED, "c-1"),
            tuple("bill", AuditAction.DENIED, null),
            tuple("bill", AuditAction.EXPORTED_CALLS, null),
            tuple("bill", AuditAction.LOGIN_FAILED, null),
            tuple("bill", AuditAction.LOGGED_OUT, null));
    assertThat(trail.entries()).extracting(AuditEntry::getAddress).containsOnly("127.0.0.1");
    assertThat(trail.entries().toString()).doesNotContain("wrong password", "Lovelace");
  }

  @Test
  void whatIsNoDenialIsNotThereAsOne() throws Exception {
    CallScript trial = new CallScript(TrialCalls.PREFIX + "1", Instant.now().minusSeconds(10));
    dashboard.topics().write(trial.heard(1, 0.8f));
    awaitCall(trial.id());
    String bill = login(dashboard, "bill");

    assertThat(get(dashboard, "/api/calls/" + trial.id(), bill).statusCode()).isEqualTo(200);
    assertThat(get(dashboard, "/favicon.ico", bill).statusCode()).isEqualTo(404);
    assertThat(get(dashboard, "/nope", bill).statusCode()).isEqualTo(404);
    assertThat(send("PATCH", "/api/history", "application/json", bill)).isEqualTo(405);
    assertThat(send("POST", NOTE, FORM, bill)).isEqualTo(415);
    assertThat(deniedBefore(bill)).containsExactly("GET /api/audit");
    assertThat(trail.entries())
        .extracting(AuditEntry::getWho, AuditEntry::getAction, AuditEntry::getCallId)
        .contains(tuple("bill", AuditAction.VIEWED_CALL, trial.id()));
  }

  @Test
  void whoMayNotIsDeniedInWhateverWayTheyAsk() throws Exception {
    String vera = login(dashboard, "vera");

    assertThat(send("POST", NOTE, FORM, vera)).isEqualTo(403);
    assertThat(send("PATCH", NOTE, "application/json", vera)).isEqualTo(403);
    assertThat(send("POST", "/api/rules/validate", FORM, vera)).isEqualTo(403);
    assertThat(send("POST", "/api/audit", FORM, vera)).isEqualTo(403);
    assertThat(deniedBefore(vera))
        .containsExactly(
            "POST " + NOTE,
            "PATCH " + NOTE,
            "POST /api/rules/validate",
            "POST /api/audit",
            "GET /api/audit");
  }

  @Test
  void anExportIsThereByTheFieldsThatWereAskedForAndNotByWhatWasInThem() throws Exception {
    String sam = login(dashboard, "sam");
    get(dashboard, "/api/history.csv?text=Ada+Lovelace&queue=Returns&sort=peak", sam);
    get(dashboard, "/api/history.csv", sam);
    awaitEntries(4);

    assertThat(trail.entries())
        .filteredOn(entry -> entry.getAction() == AuditAction.EXPORTED_CALLS)
        .extracting(AuditEntry::getDetail)
        .containsExactly(
            "0 calls as CSV, asked for by: text, queue",
            "0 calls as CSV, asked for by: nothing, so all");
    assertThat(trail.entries().toString()).doesNotContain("Lovelace");
  }

  @Test
  void aBackTestIsThereWithTheVersionAndOverWhat() throws Exception {
    String ada = login(dashboard, "ada");
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                Staff.request(dashboard, "/api/rules/backtest?hours=8", ada)
                    .header("Content-Type", "application/yaml")
                    .POST(BodyPublishers.ofString(RULES))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(trail.entries())
        .filteredOn(entry -> entry.getAction() == AuditAction.RULES_BACK_TESTED)
        .extracting(AuditEntry::getWho, AuditEntry::getSubject, AuditEntry::getDetail)
        .containsExactly(tuple("ada", "a", "on calls of the last 8 h"));
  }

  @Test
  void anAuditorReadsItNewestFirst() throws Exception {
    String otto = login(dashboard, "otto");
    get(dashboard, "/api/calls/c-1", otto);
    awaitEntries(3);

    JsonNode all = json(get(dashboard, "/api/audit", otto));
    assertThat(all.get("isCut").asBoolean()).isFalse();
    assertThat(all.get("entries").findValuesAsText("action"))
        .containsExactly("VIEWED_CALL", "LOGGED_IN", "LOGGED_IN");
    assertThat(json(get(dashboard, "/api/audit?who=ada", otto)).get("entries")).hasSize(1);
    assertThat(json(get(dashboard, "/api/audit?call=c-1", otto)).get("entries")).hasSize(1);
    String later = Instant.now().plus(Duration.ofHours(1)).toString();
    assertThat(json(get(dashboard, "/api/audit?since=" + later, otto)).get("entries")).isEmpty();
    assertThat(json(get(dashboard, "/api/audit?action=VIEWED_CALL", otto)).get("entries"))
        .hasSize(1);
    String earlier = Instant.now().minus(Duration.ofHours(1)).toString();
    assertThat(json(get(dashboard, "/api/audit?until=" + later, otto)).get("entries")).hasSize(3);
    assertThat(json(get(dashboard, "/api/audit?until=" + earlier, otto)).get("entries")).isEmpty();
    assertThat(get(dashboard, "/api/audit?since=yesterday", otto).statusCode()).isEqualTo(422);
    assertThat(get(dashboard, "/api/audit?until=today", otto).statusCode()).isEqualTo(422);
  }

  @Test
  void nothingIsChangedThatCannotBeToldTheAudit() throws Exception {
    String ada = login(dashboard, "ada");
    trail.goAway();

    assertThat(post(dashboard, ACKNOWLEDGE, ada, WISH).statusCode()).isEqualTo(503);
    HttpResponse<String> refused =
        HttpClient.newHttpClient()
            .send(
                Staff.request(dashboard, "/api/rules/a", ada)
                    .header("Content-Type", "application/yaml")
                    .PUT(BodyPublishers.ofString(RULES))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(get(dashboard, "/api/rules/a", ada).statusCode()).isEqualTo(404);
    assertThat(get(dashboard, "/api/calls/c-1", ada).statusCode()).isEqualTo(200);
  }

  private void awaitCall(String id) {
    FloorView floor = dashboard.bean(FloorView.class);
    Instant until = Instant.now().plusSeconds(20);
    while (floor.call(id).isEmpty() && Instant.now().isBefore(until)) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    assertThat(floor.call(id)).isPresent();
  }

  private int send(String method, String path, String type, String cookie) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            Staff.request(dashboard, path, cookie)
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString("{}"))
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** What has been denied so far, one thing more included, as all is told in its order. */
  private List<String> deniedBefore(String cookie) throws Exception {
    assertThat(get(dashboard, "/api/audit", cookie).statusCode()).isEqualTo(403);
    Instant until = Instant.now().plusSeconds(20);
    while (!denied().contains("GET /api/audit") && Instant.now().isBefore(until)) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    return denied();
  }

  private List<String> denied() {
    return trail.entries().stream()
        .filter(entry -> entry.getAction() == AuditAction.DENIED)
        .map(AuditEntry::getSubject)
        .toList();
  }

  /** Views are told behind the answer's back. */
  private void awaitEntries(int count) {
    Instant until = Instant.now().plusSeconds(20);
    while (trail.entries().size() < count && Instant.now().isBefore(until)) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
    assertThat(trail.entries()).hasSizeGreaterThanOrEqualTo(count);
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return new ObjectMapper().readTree(response.body());
  }
}

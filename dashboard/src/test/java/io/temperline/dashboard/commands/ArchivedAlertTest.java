package io.temperline.dashboard.commands;

import static io.temperline.dashboard.Staff.get;
import static io.temperline.dashboard.Staff.login;
import static io.temperline.dashboard.Staff.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.dashboard.CallScript;
import io.temperline.dashboard.Staff;
import io.temperline.dashboard.TestDashboard;
import io.temperline.dashboard.source.TestTopics;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people say of alerts of calls that were over days before the dashboard was started. */
@Timeout(60)
class ArchivedAlertTest {

  private static final String JUDGE = "/api/escalations/judge";

  @TempDir private Path folder;
  private TestDashboard dashboard;

  @BeforeEach
  void start() throws Exception {
    Map<String, Object> settings = new HashMap<>(Staff.settings(folder));
    settings.put(TestTopics.AWAY, true);
    dashboard = TestDashboard.start(settings);
    tell("of-billing", "Billing");
    tell("of-returns", "Returns");
    dashboard.topics().comeBack();
    awaitArchive();
  }

  @AfterEach
  void close() {
    dashboard.close();
  }

  @Test
  void theyAreWrittenDownWhereTheArchiveKnowsTheCall() throws Exception {
    String sam = login(dashboard, "sam");
    assertThat(get(dashboard, "/api/calls", sam).body()).isEqualTo("[]");

    assertThat(judge(sam, "of-billing")).isEqualTo(202);
    assertThat(judge(sam, "of-nobody")).isEqualTo(404);

    assertThat(dashboard.bean(CommandsInMemory.class).sent())
        .extracting(Command::getEscalationId)
        .containsExactly("of-billing/sustained-anger/30");
  }

  @Test
  void whoIsLimitedToQueuesJudgesThoseOfTheirCallsAlone() throws Exception {
    String bill = login(dashboard, "bill");

    assertThat(judge(bill, "of-billing")).isEqualTo(202);
    assertThat(judge(bill, "of-returns")).isEqualTo(404);
  }

  private int judge(String cookie, String call) throws Exception {
    String wish = "{'id': '%s/sustained-anger/30', 'verdict': 'RIGHT'}".formatted(call);
    return post(dashboard, JUDGE, cookie, wish).statusCode();
  }

  private void tell(String id, String queue) {
    CallScript script = new CallScript(id, Instant.now().minus(Duration.ofDays(3)));
    CallHistory call = script.complete(60, 0.9f);
    call.setQueue(queue);
    call.setEscalations(List.of(script.summaryOf(script.cleared(30, 50, 0.9f))));
    dashboard.topics().write(call);
  }

  private void awaitArchive() throws Exception {
    String sam = login(dashboard, "sam");
    String history = "";
    while (!history.contains("\"total\":2") || !history.contains("LIVE")) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
      history = get(dashboard, "/api/history", sam).body();
    }
    while (!get(dashboard, "/health", sam).body().contains("LIVE")) {
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}

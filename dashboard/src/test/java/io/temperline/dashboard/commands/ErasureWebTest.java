package io.temperline.dashboard.commands;

import static io.temperline.dashboard.Staff.get;
import static io.temperline.dashboard.Staff.login;
import static io.temperline.dashboard.Staff.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.temperline.dashboard.CallScript;
import io.temperline.dashboard.Staff;
import io.temperline.dashboard.TestDashboard;
import io.temperline.dashboard.audit.TrailInMemory;
import io.temperline.schemas.AuditAction;
import io.temperline.schemas.AuditEntry;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A customer is erased over HTTP. */
@Timeout(60)
class ErasureWebTest {

  private static final String ADA = "+44/20 7946";

  private final Instant now = Instant.now();
  @TempDir private Path folder;
  private TestDashboard dashboard;

  @BeforeEach
  void start() {
    dashboard = TestDashboard.start(Staff.settings(folder));
    tell("long-ago", ADA, now.minus(Duration.ofDays(150)));
    tell("lately", ADA, now.minusSeconds(600));
    tell("gone", ADA, now.minusSeconds(700));
    tell("another's", "+44/20 79461", now.minusSeconds(800));
    dashboard.topics().erase("gone");
  }

  @AfterEach
  void close() {
    dashboard.close();
  }

  @Test
  void theCustomerAndEveryCallOfTheirsIsAskedFor() throws Exception {
    HttpResponse<String> answer = erase("ada", "{'customer': '%s', 'by': 'x'}".formatted(ADA));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"calls\":2}");
    assertThat(sent())
        .extracting(Command::getType, Command::getCallId, Command::getCustomerId, Command::getBy)
        .containsExactly(
            tuple(CommandType.ERASE_CUSTOMER, null, ADA, "ada"),
            tuple(CommandType.ERASE_CALL, "lately", ADA, "ada"),
            tuple(CommandType.ERASE_CALL, "long-ago", ADA, "ada"));
    assertThat(sent()).extracting(Command::getCommandId).doesNotHaveDuplicates();
  }

  @Test
  void theAuditHasItByTheCallsAndNotByTheCustomer() throws Exception {
    erase("ada", "{'customer': '%s'}".formatted(ADA));

    assertThat(trail().entries())
        .filteredOn(entry -> entry.getAction() == AuditAction.ERASED)
        .extracting(AuditEntry::getWho, AuditEntry::getCallId)
        .containsExactly(tuple("ada", "lately"), tuple("ada", "long-ago"));
    assertThat(trail().entries().toString()).doesNotContain(ADA);
  }

  @Test
  void nobodyIsErasedWhereTheAuditCannotBeTold() throws Exception {
    String ada = login(dashboard, "ada");
    trail().goAway();

    HttpResponse<String> answer =
        post(dashboard, "/api/customers/erase", ada, "{'customer': '%s'}".formatted(ADA));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(sent()).isEmpty();
  }

  @Test
  void whoIsNotKnownOrNotNamedIsRefused() throws Exception {
    HttpResponse<String> unknown = erase("ada", "{'customer': 'nobody'}");
    HttpResponse<String> unnamed = erase("ada", "{'customer': ' '}");

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("urn:temperline:problem:unknown-customer", "is the id");
    assertThat(unnamed.statusCode()).isEqualTo(422);
    assertThat(unnamed.body()).contains("urn:temperline:problem:erasure-refused", "which customer");
    assertThat(sent()).isEmpty();
  }

  /** They would erase what they do not see, and learn whether an id is a customer's. */
  @Test
  void whoSeesSomeQueuesOnlyOrNoCustomersErasesNobody() throws Exception {
    dashboard.close();
    Path users = Path.of(Staff.settings(folder).get("access.users").toString());
    Files.writeString(
        users,
        Files.readString(users)
            .replace("roles: [admin]", "roles: [admin], queues: [Billing]")
            .replace("roles: [viewer]", "roles: [supervisor]"));
    dashboard = TestDashboard.start(Map.of("access.users", users.toString()));
    assertRefused();
    dashboard.close();
    dashboard =
        TestDashboard.start(
            Map.of(
                "access.users",
                Staff.settings(folder).get("access.users"),
                "access.mask",
                "admin"));
    assertRefused();
  }

  private void assertRefused() throws Exception {
    tell("lately", ADA, now.minusSeconds(600));
    assertThat(erase("ada", "{'customer': '%s'}".formatted(ADA)).statusCode()).isEqualTo(403);
    assertThat(get(dashboard, "/api/me", login(dashboard, "ada")).body())
        .contains("CHANGE_RULES")
        .doesNotContain("ERASE");
    assertThat(sent()).isEmpty();
  }

  private HttpResponse<String> erase(String who, String wish) throws Exception {
    return post(dashboard, "/api/customers/erase", login(dashboard, who), wish);
  }

  private void tell(String callId, String customer, Instant start) {
    dashboard
        .topics()
        .write(
            CallHistory.newBuilder(new CallScript(callId, start).complete(60, 0.4f))
                .setCustomerId(customer)
                .setQueue("Returns")
                .build());
  }

  private List<Command> sent() {
    return dashboard.bean(CommandsInMemory.class).sent();
  }

  private TrailInMemory trail() {
    return dashboard.bean(TrailInMemory.class);
  }
}

package io.temperline.dashboard.audit;

import io.temperline.dashboard.TestDashboard;
import io.temperline.schemas.AuditAction;
import io.temperline.schemas.AuditEntry;
import io.temperline.schemas.TrustedClasses;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What people did in a morning, the same each time. */
public record BusyAudit(TestDashboard dashboard, Instant now) {

  private static final int VIEWS = 60;

  public void write() {
    TrustedClasses.trustOurs();
    for (int i = 0; i < VIEWS; i++) {
      tell(200 - i, "bea", "supervisor", AuditAction.VIEWED_CALL, "c-" + (1000 + i), null, null);
    }
    tell(120, "mallory", "", AuditAction.LOGIN_FAILED, null, null, null);
    tell(90, "ada", "admin", AuditAction.LOGGED_IN, null, null, null);
    tell(80, "vera", "viewer", AuditAction.DENIED, null, "PUT /api/rules/night", null);
    tell(70, "ada", "admin", AuditAction.RULES_APPLIED, null, "2026-11-billing", null);
    tell(
        60,
        "ada",
        "admin",
        AuditAction.EXPORTED_CALLS,
        null,
        null,
        "120 calls as CSV, asked for by: from, queue");
    tell(
        40,
        "bea",
        "supervisor",
        AuditAction.ACKNOWLEDGED,
        "c-2041",
        "c-2041/sustained-anger/118",
        null);
    tell(20, "ada", "admin", AuditAction.ERASED, "c-1017", null, null);
  }

  private void tell(
      long minutesAgo,
      String who,
      String role,
      AuditAction action,
      String callId,
      String subject,
      String detail) {
    dashboard
        .bean(TrailInMemory.class)
        .append(
            AuditEntry.newBuilder()
                .setAt(now.minus(Duration.ofMinutes(minutesAgo)).truncatedTo(ChronoUnit.MILLIS))
                .setWho(who)
                .setRoles(role.isEmpty() ? List.of() : List.of(role))
                .setAddress("192.0.2.17")
                .setAction(action)
                .setCallId(callId)
                .setSubject(subject)
                .setDetail(detail)
                .build());
  }
}

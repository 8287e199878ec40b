package io.temperline.dashboard.audit;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.dashboard.problem.ProblemDetails;
import io.temperline.dashboard.problem.ProblemType;
import io.temperline.schemas.AuditEntry;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The audit, newest first. */
@Controller("/api/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditController {

  private static final int MOST = 1_000;
  private static final Duration LOOK_BACK = Duration.ofDays(1);

  private final AuditTrail trail;
  private final Clock clock;

  AuditController(AuditTrail trail, Clock clock) {
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * @param isCut whether there are earlier ones, which were left out
   * @param entries newest first
   */
  @Serdeable
  record Entries(boolean isCut, List<Entry> entries) {}

  /**
   * @param at epoch ms
   */
  @Serdeable
  record Entry(
      long at,
      String who,
      List<String> roles,
      String address,
      String action,
      @Nullable String call,
      @Nullable String subject,
      @Nullable String detail) {

    static Entry of(AuditEntry entry) {
      return new Entry(
          entry.getAt().toEpochMilli(),
          entry.getWho(),
          entry.getRoles(),
          entry.getAddress(),
          entry.getAction().name(),
          entry.getCallId(),
          entry.getSubject(),
          entry.getDetail());
    }
  }

  /**
   * The latest thousand.
   *
   * @param since from then on, with an offset; a day ago where it is not given
   * @param who only theirs
   * @param call only about it
   */
  @Get
  HttpResponse<?> entries(
      @Nullable @QueryValue String since,
      @Nullable @QueryValue String who,
      @Nullable @QueryValue String call,
      HttpRequest<?> request) {
    Instant from;
    try {
      from =
          since == null
              ? clock.instant().minus(LOOK_BACK)
              : OffsetDateTime.parse(since).toInstant();
    } catch (DateTimeException e) {
      return ProblemDetails.response(
          request,
          HttpStatus.UNPROCESSABLE_ENTITY,
          ProblemType.AUDIT_UNUSABLE,
          "since is no time with an offset, such as 2026-11-21T00:00:00Z");
    }
    return HttpResponse.ok(latest(from, who, call));
  }

  private Entries latest(Instant from, @Nullable String who, @Nullable String call) {
    PriorityQueue<AuditEntry> latest = new PriorityQueue<>(Comparator.comparing(AuditEntry::getAt));
    trail.read(
        from,
        entry -> {
          if (isWanted(entry.getWho(), who) && isWanted(entry.getCallId(), call)) {
            latest.add(entry);
          }
          if (latest.size() > MOST + 1) {
            latest.remove();
          }
        });
    boolean isCut = latest.size() > MOST;
    return new Entries(
        isCut,
        latest.stream()
            .sorted(Comparator.comparing(AuditEntry::getAt).reversed())
            .limit(MOST)
            .map(Entry::of)
            .toList());
  }

  private static boolean isWanted(@Nullable String value, @Nullable String wanted) {
    return wanted == null || wanted.equals(value);
  }
}

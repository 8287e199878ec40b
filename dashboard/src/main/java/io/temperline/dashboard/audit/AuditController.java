package io.temperline.dashboard.audit;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
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
import java.util.Optional;
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
   * What is asked for.
   *
   * @param since from then on, with an offset; a day before {@code until}, or now, where it is not
   *     given
   * @param until before then, with an offset
   * @param who only theirs
   * @param call only about it
   * @param action only that, such as VIEWED_CALL
   */
  @Introspected
  record Question(
      @Nullable @QueryValue String since,
      @Nullable @QueryValue String until,
      @Nullable @QueryValue String who,
      @Nullable @QueryValue String call,
      @Nullable @QueryValue String action) {

    boolean isAbout(AuditEntry entry) {
      return isWanted(entry.getWho(), who)
          && isWanted(entry.getCallId(), call)
          && isWanted(entry.getAction().name(), action);
    }

    private static boolean isWanted(@Nullable String value, @Nullable String wanted) {
      return wanted == null || wanted.equals(value);
    }
  }

  /** The latest thousand. */
  @Get
  HttpResponse<?> entries(@RequestBean Question question, HttpRequest<?> request) {
    try {
      Instant until = time(question.until()).orElse(Instant.MAX);
      Instant since =
          time(question.since()).orElseGet(() -> earlier(until, clock.instant()).minus(LOOK_BACK));
      return HttpResponse.ok(latest(since, until, question));
    } catch (DateTimeException e) {
      return ProblemDetails.response(
          request,
          HttpStatus.UNPROCESSABLE_ENTITY,
          ProblemType.AUDIT_UNUSABLE,
          "since and until are times with an offset, such as 2026-11-21T00:00:00Z");
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Optional<Instant> time(@Nullable String text) {
    return Optional.ofNullable(text).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
  }

  private Entries latest(Instant since, Instant until, Question question) {
    PriorityQueue<AuditEntry> latest = new PriorityQueue<>(Comparator.comparing(AuditEntry::getAt));
    trail.read(
        since,
        entry -> {
          if (question.isAbout(entry) && entry.getAt().isBefore(until)) {
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
}

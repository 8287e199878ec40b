package io.temperline.dashboard.rules;

import static java.util.Objects.requireNonNullElse;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.temperline.dashboard.access.Person;
import io.temperline.dashboard.audit.Audit;
import io.temperline.dashboard.problem.ProblemDetails;
import io.temperline.dashboard.problem.ProblemType;
import io.temperline.dashboard.rules.EndedBackTestException.Reason;
import io.temperline.rules.RuleSet;
import io.temperline.schemas.AuditAction;
import java.time.Duration;

/** Back-tests over HTTP. */
@Controller("/api/rules/backtest")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BackTestController {

  private static final int LONGEST_HOURS = 24;

  private final BackTestDesk desk;
  private final RulesDesk rules;
  private final Audit audit;

  BackTestController(BackTestDesk desk, RulesDesk rules, Audit audit) {
    this.desk = desk;
    this.rules = rules;
    this.audit = audit;
  }

  /**
   * Says what a set would have raised on recent calls, against the set in force: 422 where it
   * cannot be used or costs too much, 409 where another back-test runs, 501 where there is none.
   *
   * @param hours 1 to 24: calls that began within them
   * @param name by which it can be cancelled
   */
  @Post
  @Consumes({"application/yaml", "text/yaml", MediaType.APPLICATION_YAML})
  BackTestJson run(
      @Body String yaml,
      @QueryValue(defaultValue = "4") int hours,
      @Nullable @QueryValue String name,
      Person person) {
    if (person.sight().isLimited()) {
      throw new EndedBackTestException(
          Reason.LIMITED, "a back-test tells of calls of all queues, and you see some of them");
    }
    if (hours < 1 || hours > LONGEST_HOURS) {
      throw new EndedBackTestException(
          Reason.TOO_MUCH, "hours is %d, allowed are 1 to 24".formatted(hours));
    }
    RuleSet tested = rules.check(yaml);
    audit.changes(
        person,
        AuditAction.RULES_BACK_TESTED,
        null,
        tested.version(),
        "on calls of the last %d h".formatted(hours));
    return desk.run(requireNonNullElse(name, ""), tested, Duration.ofHours(hours));
  }

  /** Cancels the back-test of that name, if it runs. */
  @Delete("/{name}")
  HttpResponse<?> cancel(String name) {
    desk.cancel(name);
    return HttpResponse.noContent();
  }

  @Error
  HttpResponse<ProblemDetails> ended(HttpRequest<?> request, EndedBackTestException e) {
    HttpStatus status =
        switch (e.reason()) {
          case NOT_HERE -> HttpStatus.NOT_IMPLEMENTED;
          case BUSY, CANCELLED -> HttpStatus.CONFLICT;
          case LIMITED -> HttpStatus.FORBIDDEN;
          case TOO_MUCH -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    return ProblemDetails.response(request, status, ProblemType.NO_BACKTEST, e.getMessage());
  }
}

package io.temperline.dashboard.rules;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.temperline.dashboard.problem.ProblemDetails;
import io.temperline.dashboard.rules.EndedTrialException.Reason;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Back-tests over HTTP. */
@Controller("/api/rules/backtest")
final class TrialController {

  private static final int LONGEST_HOURS = 24;

  private final TrialDesk desk;

  TrialController(TrialDesk desk) {
    this.desk = desk;
  }

  /**
   * Says what a set would have raised on recent calls, against the set in force. Who closes the
   * connection cancels it.
   *
   * @param hours 1 to 24: calls that began within them
   */
  @Post
  @Consumes({"application/yaml", "text/yaml", MediaType.APPLICATION_YAML})
  Mono<TrialJson> run(@Body String yaml, @QueryValue(defaultValue = "4") int hours) {
    if (hours < 1 || hours > LONGEST_HOURS) {
      return Mono.error(
          new EndedTrialException(
              Reason.TOO_MUCH, "hours is %d, allowed are 1 to 24".formatted(hours)));
    }
    return desk.of(yaml, Duration.ofHours(hours));
  }

  @Error
  HttpResponse<ProblemDetails> ended(EndedTrialException e) {
    HttpStatus status =
        switch (e.reason()) {
          case NOT_HERE -> HttpStatus.NOT_IMPLEMENTED;
          case BUSY -> HttpStatus.CONFLICT;
          case TOO_MUCH -> HttpStatus.UNPROCESSABLE_ENTITY;
          case CANCELLED -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    return ProblemDetails.response(status, "There is no back-test", e.getMessage());
  }
}

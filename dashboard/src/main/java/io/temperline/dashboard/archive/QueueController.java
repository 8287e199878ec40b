package io.temperline.dashboard.archive;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.dashboard.access.Person;
import io.temperline.dashboard.problem.ProblemDetails;
import io.temperline.dashboard.problem.ProblemType;
import io.temperline.dashboard.source.SourceMonitor;
import io.temperline.dashboard.source.SourceStatus;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** How queues and agents' conversations went over some hours. */
@Controller("/api/queues")
@ExecuteOn(TaskExecutors.BLOCKING)
final class QueueController {

  private static final Duration USUAL = Duration.ofHours(8);
  private static final Duration LONGEST = Duration.ofDays(7);

  private final Archive archive;
  private final SourceMonitor monitor;
  private final Clock clock;

  QueueController(Archive archive, @Named("archive") SourceMonitor monitor, Clock clock) {
    this.archive = archive;
    this.monitor = monitor;
    this.clock = clock;
  }

  /**
   * @param source how the reading of the histories goes
   */
  @Serdeable
  record Hours(QueueView heat, List<AgentFigures> agents, SourceStatus source) {}

  /** The last eight hours where none are named; a week at most. */
  @Get
  Hours hours(@Nullable @QueryValue String from, @Nullable @QueryValue String to, Person person) {
    long end = Times.parse("to", to, clock.millis());
    long start = Times.parse("from", from, end - USUAL.toMillis());
    if (start >= end || end - start > LONGEST.toMillis()) {
      throw new UnusableSearchException("from must be before to, and a week before it at most");
    }
    List<Filed> calls = archive.during(start, end, person.sight());
    return new Hours(QueueView.of(calls, start, end), AgentFigures.of(calls), monitor.status());
  }

  @Error
  HttpResponse<ProblemDetails> unusable(HttpRequest<?> request, UnusableSearchException e) {
    return ProblemDetails.response(
        request, HttpStatus.BAD_REQUEST, ProblemType.SEARCH_UNUSABLE, e.getMessage());
  }
}

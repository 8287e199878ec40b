package io.temperline.dashboard.archive;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.temperline.dashboard.access.Person;
import io.temperline.dashboard.audit.Audit;
import io.temperline.dashboard.problem.ProblemDetails;
import io.temperline.dashboard.problem.ProblemType;
import io.temperline.dashboard.source.SourceMonitor;
import io.temperline.dashboard.source.SourceStatus;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** Calls that are over, searched, sorted and paged, as JSON or CSV. */
@Controller("/api")
@ExecuteOn(TaskExecutors.BLOCKING)
final class HistoryController {

  private static final int LARGEST_PAGE = 500;

  private final Archive archive;
  private final Audit audit;
  private final SourceMonitor monitor;
  private final String epoch;

  HistoryController(
      Archive archive, Audit audit, @Named("archive") SourceMonitor monitor, Clock clock) {
    this.archive = archive;
    this.audit = audit;
    this.monitor = monitor;
    this.epoch = Long.toString(clock.millis(), Character.MAX_RADIX);
  }

  /**
   * One page of what was found.
   *
   * @param total calls that were found, on all pages
   * @param page the page's number, from 0
   * @param reachesBackTo the oldest start that is at hand, epoch ms; null where all of the
   *     look-back is
   * @param source how the reading of the histories goes
   */
  @Serdeable
  record Page(
      int total,
      int page,
      int size,
      @Nullable Long reachesBackTo,
      SourceStatus source,
      List<EndedCall> calls) {}

  /** What was found, one page of it. */
  @Get("/history")
  HttpResponse<Page> search(
      @RequestBean SearchRequest asked,
      @QueryValue(defaultValue = "0") int page,
      @QueryValue(defaultValue = "50") int size,
      HttpRequest<?> request,
      @Nullable @Header(HttpHeaders.IF_NONE_MATCH) String known,
      Person person) {
    if (page < 0 || size < 1 || size > LARGEST_PAGE) {
      throw new UnusableSearchException(
          "page is " + page + " and size " + size + ": pages begin at 0, sizes are 1 to 500");
    }
    Search search = asked.search();
    SourceStatus source = monitor.status();
    String tag =
        "\"%s-%d-%x\""
            .formatted(
                epoch, archive.revision(), Objects.hash(request.getUri(), source, person.sight()));
    if (tag.equals(known)) {
      return HttpResponse.<Page>notModified().header(HttpHeaders.ETAG, tag);
    }
    List<EndedCall> found = archive.find(search, person.sight());
    List<EndedCall> shown = found.stream().skip((long) page * size).limit(size).toList();
    Page body =
        new Page(found.size(), page, size, archive.reachesBackTo().orElse(null), source, shown);
    return HttpResponse.ok(body)
        .header(HttpHeaders.ETAG, tag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache, private");
  }

  /** All that was found, as RFC 4180 has it; times are ISO 8601. */
  @Get(uri = "/history.csv", produces = "text/csv;charset=utf-8")
  MutableHttpResponse<String> csv(@RequestBean SearchRequest asked, Person person) {
    List<EndedCall> found = archive.find(asked.search(), person.sight());
    audit.exports(
        person,
        null,
        "%d calls as CSV, asked for by: %s".formatted(found.size(), asked.fieldsInWords()));
    return HttpResponse.ok(CallsAsCsv.of(found))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"calls.csv\"");
  }

  @Error
  HttpResponse<ProblemDetails> unusable(HttpRequest<?> request, UnusableSearchException e) {
    return ProblemDetails.response(
        request, HttpStatus.BAD_REQUEST, ProblemType.SEARCH_UNUSABLE, e.getMessage());
  }
}

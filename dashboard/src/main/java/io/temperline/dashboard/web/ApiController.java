package io.temperline.dashboard.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.temperline.dashboard.archive.PastCalls;
import io.temperline.dashboard.floor.Alert;
import io.temperline.dashboard.floor.CallDetail;
import io.temperline.dashboard.floor.CallSummary;
import io.temperline.dashboard.floor.FloorView;
import java.util.List;
import java.util.Optional;
import org.reactivestreams.Publisher;

/** The floor as JSON, at once or as a stream of server-sent events. */
@Controller("/api")
final class ApiController {

  private final FloorView floor;
  private final PastCalls past;
  private final Feed feed;

  ApiController(FloorView floor, PastCalls past, Feed feed) {
    this.floor = floor;
    this.past = past;
    this.feed = feed;
  }

  /** Live calls, those first who need attention, then ended ones, the latest first. */
  @Get("/calls")
  List<CallSummary> calls() {
    return floor.snapshot().calls();
  }

  /** One call, live or of the archive; 404 where it is not known, or no longer. */
  @Get("/calls/{id}")
  @ExecuteOn(TaskExecutors.BLOCKING)
  Optional<CallDetail> call(String id) {
    return floor.call(id).or(() -> past.detail(id));
  }

  /** The call's windows as CSV, a line each; 404 as above. */
  @Get(uri = "/calls/{id}/windows.csv", produces = "text/csv;charset=utf-8")
  @ExecuteOn(TaskExecutors.BLOCKING)
  Optional<MutableHttpResponse<String>> windows(String id) {
    return call(id)
        .map(
            call ->
                HttpResponse.ok(WindowsAsCsv.of(call))
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"call.csv\""));
  }

  /** Escalations of the calls that are shown, the most urgent first. */
  @Get("/escalations")
  List<Alert> escalations() {
    return floor.alerts();
  }

  /** First the whole floor, or what the reader missed; then what changes. */
  @Get(value = "/events", produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<FloorMessage>> events(@Nullable @Header("Last-Event-ID") String lastEventId) {
    return feed.floor(Optional.ofNullable(lastEventId));
  }

  /** First the call as it is known, then what is new of it. */
  @Get(value = "/calls/{id}/events", produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<CallMessage>> callEvents(String id) {
    return feed.call(id);
  }
}

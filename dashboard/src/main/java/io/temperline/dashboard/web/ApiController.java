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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.temperline.dashboard.access.Person;
import io.temperline.dashboard.archive.PastCalls;
import io.temperline.dashboard.audit.Audit;
import io.temperline.dashboard.floor.Alert;
import io.temperline.dashboard.floor.CallDetail;
import io.temperline.dashboard.floor.CallSummary;
import io.temperline.dashboard.floor.FloorView;
import io.temperline.dashboard.login.OpenStreams;
import java.util.List;
import java.util.Optional;
import org.reactivestreams.Publisher;

/** The floor as JSON, at once or as a stream of server-sent events. */
@Controller("/api")
final class ApiController {

  private final FloorView floor;
  private final PastCalls past;
  private final FloorFeed floorFeed;
  private final CallFeed callFeed;
  private final OpenStreams streams;
  private final Audit audit;

  ApiController(
      FloorView floor,
      PastCalls past,
      FloorFeed floorFeed,
      CallFeed callFeed,
      OpenStreams streams,
      Audit audit) {
    this.floor = floor;
    this.past = past;
    this.floorFeed = floorFeed;
    this.callFeed = callFeed;
    this.streams = streams;
    this.audit = audit;
  }

  /** Live calls, those first who need attention, then ended ones, the latest first. */
  @Get("/calls")
  List<CallSummary> calls(Person person) {
    return new Shown(person.sight()).calls(floor.snapshot().calls());
  }

  /** One call, live or of the archive; 404 where it is not known, or no longer. */
  @Get("/calls/{id}")
  @ExecuteOn(TaskExecutors.BLOCKING)
  Optional<CallDetail> call(String id, Person person) {
    Optional<CallDetail> call = floor.call(id).or(() -> past.detail(id));
    call.ifPresent(known -> audit.looksAt(person, id, known.call().queue()));
    return new Shown(person.sight()).call(call);
  }

  /** The call's windows as CSV, a line each; 404 as above. */
  @Get(uri = "/calls/{id}/windows.csv", produces = "text/csv;charset=utf-8")
  @ExecuteOn(TaskExecutors.BLOCKING)
  Optional<MutableHttpResponse<String>> windows(String id, Person person) {
    return call(id, person)
        .map(
            call ->
                HttpResponse.ok(WindowsAsCsv.of(call))
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"call.csv\""));
  }

  /** Escalations of the calls that are shown, the most urgent first. */
  @Get("/escalations")
  List<Alert> escalations(Person person) {
    return new Shown(person.sight())
        .calls(floor.snapshot().calls()).stream()
            .flatMap(call -> call.alerts().stream())
            .sorted(Alert.BY_URGENCY)
            .toList();
  }

  /**
   * First the whole floor, or what the reader missed; then what changes: of a call its id, what is
   * different, and the new points of {@code recent}.
   */
  @ApiResponse(content = @Content(schema = @Schema(implementation = FloorMessage.class)))
  @Get(value = "/events", produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<String>> events(
      @Nullable @Header("Last-Event-ID") String lastEventId, Person person) {
    return streams.of(person, floorFeed.follow(Optional.ofNullable(lastEventId), person.sight()));
  }

  /** First the call as it is known, then what is new of it. */
  @Get(value = "/calls/{id}/events", produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<CallMessage>> callEvents(String id, Person person) {
    return streams.of(person, callFeed.follow(id, person));
  }
}

package io.temperline.dashboard.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.sse.Event;
import io.temperline.dashboard.access.Person;
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
  private final Feed feed;
  private final OpenStreams streams;
  private final Audit audit;

  ApiController(FloorView floor, Feed feed, OpenStreams streams, Audit audit) {
    this.floor = floor;
    this.feed = feed;
    this.streams = streams;
    this.audit = audit;
  }

  /** Live calls, those first who need attention, then ended ones, the latest first. */
  @Get("/calls")
  List<CallSummary> calls(Person person) {
    return new Shown(person).calls(floor.snapshot().calls());
  }

  /** One call; 404 where it is not known, or no longer. */
  @Get("/calls/{id}")
  Optional<CallDetail> call(String id, Person person) {
    return new Shown(person).call(view(id, person));
  }

  /** Escalations of the calls that are shown, the most urgent first. */
  @Get("/escalations")
  List<Alert> escalations(Person person) {
    return new Shown(person)
        .calls(floor.snapshot().calls()).stream()
            .flatMap(call -> call.alerts().stream())
            .sorted(Alert.BY_URGENCY)
            .toList();
  }

  /** First the whole floor, or what the reader missed; then what changes. */
  @Get(value = "/events", produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<FloorMessage>> events(
      @Nullable @Header("Last-Event-ID") String lastEventId, Person person) {
    return streams.of(person, feed.floor(Optional.ofNullable(lastEventId), person));
  }

  /** First the call as it is known, then what is new of it. */
  @Get(value = "/calls/{id}/events", produces = MediaType.TEXT_EVENT_STREAM)
  Publisher<Event<CallMessage>> callEvents(String id, Person person) {
    view(id, person);
    return streams.of(person, feed.call(id, person));
  }

  /** The call, where it is seen; that somebody looked at it, or tried to, is told. */
  private Optional<CallDetail> view(String id, Person person) {
    Optional<CallDetail> call = floor.call(id);
    call.ifPresent(
        known -> {
          if (person.sees(known.call().queue())) {
            audit.views(person, id);
          } else {
            audit.denies(person, id, "a call of another queue");
          }
        });
    return call;
  }
}

package io.temperline.dashboard.web;

import io.micronaut.http.sse.Event;
import io.temperline.dashboard.access.Person;
import io.temperline.dashboard.access.Sight;
import io.temperline.dashboard.archive.PastCalls;
import io.temperline.dashboard.audit.Audit;
import io.temperline.dashboard.floor.CallDetail;
import io.temperline.dashboard.floor.FloorChanges;
import io.temperline.dashboard.floor.FloorView;
import io.temperline.dashboard.source.SourceMonitor;
import io.temperline.dashboard.source.SourceStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Streams of server-sent events, one per reader. A reader is a cursor into the floor's revisions:
 * at each beat it is told what came after the revision that it was told last. Nothing is queued for
 * it, so a slow reader skips beats and gets the same changes in fewer, larger steps, and nobody
 * else waits.
 */
@Singleton
final class Feed {

  private static final String GONE = "gone";
  private static final Duration RECONNECT_AFTER = Duration.ofSeconds(1);

  private final FloorView floor;
  private final PastCalls past;
  private final SourceMonitor source;
  private final Audit audit;
  private final Clock clock;
  private final FeedPace pace;
  private final String epoch;

  Feed(
      FloorView floor,
      PastCalls past,
      SourceMonitor source,
      Audit audit,
      Clock clock,
      FeedPace pace) {
    this.floor = floor;
    this.past = past;
    this.source = source;
    this.audit = audit;
    this.clock = clock;
    this.pace = pace;
    this.epoch = Long.toString(clock.millis(), Character.MAX_RADIX);
  }

  /**
   * @param lastEventId where an earlier stream stopped; empty begins with the whole floor
   */
  Flux<Event<FloorMessage>> floor(Optional<String> lastEventId, Sight sight) {
    Optional<Long> known =
        lastEventId
            // What was shown on an earlier stream is not known here, and so not what has to vanish.
            .filter(id -> !sight.isLimited())
            .flatMap(Cursor::parse)
            .filter(cursor -> cursor.epoch().equals(epoch))
            .map(Cursor::revision);
    return Flux.defer(() -> stream(new FloorReader(known, sight), Schedulers.parallel()));
  }

  /**
   * The call's stream: all that is known first, then what is new. It ends with an event {@code
   * gone} where the call may not be seen any more. The past may be waited for.
   */
  Flux<Event<CallMessage>> call(String id, Person person) {
    return Flux.defer(() -> stream(new CallReader(id, person), Schedulers.boundedElastic()))
        .takeUntil(event -> GONE.equals(event.getName()));
  }

  private <T> Flux<Event<T>> stream(Reader<T> reader, Scheduler scheduler) {
    return Flux.interval(Duration.ZERO, pace.beat(), scheduler)
        .onBackpressureDrop()
        .mapNotNull(beat -> reader.next().orElse(null))
        .map(event -> event.retry(RECONNECT_AFTER));
  }

  /** One reader's cursor, moved on by one beat at a time. */
  private abstract class Reader<T> {

    private Instant told = Instant.MIN;
    private SourceStatus toldStatus;

    /** The next event; empty where there is no news, and a sign of life not due yet. */
    abstract Optional<Event<T>> next();

    boolean isDue(boolean news, SourceStatus status) {
      Instant now = clock.instant();
      if (!news && status.equals(toldStatus) && now.isBefore(told.plus(pace.sign()))) {
        return false;
      }
      told = now;
      toldStatus = status;
      return true;
    }
  }

  private final class FloorReader extends Reader<FloorMessage> {

    private final ShownFloor shown;
    private Optional<Long> known;

    FloorReader(Optional<Long> known, Sight sight) {
      this.known = known;
      this.shown = new ShownFloor(sight, floor);
    }

    @Override
    Optional<Event<FloorMessage>> next() {
      FloorChanges all = known.map(floor::changesSince).orElseGet(floor::snapshot);
      known = Optional.of(all.revision());
      FloorChanges changes = shown.changes(all);
      SourceStatus status = source.status();
      if (!isDue(changes.tellsSomething(), status)) {
        return Optional.empty();
      }
      FloorMessage message = new FloorMessage(clock.millis(), status, changes);
      Cursor cursor = new Cursor(epoch, changes.revision());
      return Optional.of(Event.of(message).name("floor").id(cursor.id()));
    }
  }

  private final class CallReader extends Reader<CallMessage> {

    private final String id;
    private final Person person;
    private final Shown shown;
    private long known = -1;
    private boolean isTold;

    CallReader(String id, Person person) {
      this.id = id;
      this.person = person;
      this.shown = new Shown(person);
    }

    @Override
    Optional<Event<CallMessage>> next() {
      Optional<CallDetail> all = floor.callSince(id, known).or(this::ofThePast);
      Optional<CallDetail> news = shown.call(all);
      boolean isGone = known >= 0 && all.isPresent() && news.isEmpty();
      all.ifPresent(this::tellTheAudit);
      SourceStatus status = source.status();
      if (!isDue(news.isPresent() || isGone, status)) {
        return Optional.empty();
      }
      known = news.map(CallDetail::revision).orElse(known);
      CallMessage message = new CallMessage(clock.millis(), status, news.orElse(null));
      return Optional.of(Event.of(message).name(isGone ? GONE : "call"));
    }

    /** Once, as the call is first at hand, whether it may be seen or not. */
    private void tellTheAudit(CallDetail call) {
      if (!isTold) {
        audit.looksAt(person, id, call.call().queue());
        isTold = true;
      }
    }

    private Optional<CallDetail> ofThePast() {
      try {
        return known < 0 && !isTold ? past.detail(id) : Optional.empty();
      } catch (KafkaException e) {
        return Optional.empty(); // the source says so, and the next beat tries again
      }
    }
  }
}

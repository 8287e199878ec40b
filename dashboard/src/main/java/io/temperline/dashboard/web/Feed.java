package io.temperline.dashboard.web;

import io.micronaut.http.sse.Event;
import io.temperline.dashboard.archive.PastCalls;
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
import org.reactivestreams.Publisher;
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

  private static final Duration RECONNECT_AFTER = Duration.ofSeconds(1);

  private final FloorView floor;
  private final PastCalls past;
  private final SourceMonitor source;
  private final Clock clock;
  private final FeedPace pace;
  private final String epoch;

  Feed(FloorView floor, PastCalls past, SourceMonitor source, Clock clock, FeedPace pace) {
    this.floor = floor;
    this.past = past;
    this.source = source;
    this.clock = clock;
    this.pace = pace;
    this.epoch = Long.toString(clock.millis(), Character.MAX_RADIX);
  }

  /**
   * @param lastEventId where an earlier stream stopped; empty begins with the whole floor
   */
  Publisher<Event<FloorMessage>> floor(Optional<String> lastEventId) {
    Optional<Long> known =
        lastEventId
            .flatMap(Cursor::parse)
            .filter(cursor -> cursor.epoch().equals(epoch))
            .map(Cursor::revision);
    return Flux.defer(() -> stream(new FloorReader(known), Schedulers.parallel()));
  }

  /** The call's stream: all that is known first, then what is new. The past may be waited for. */
  Publisher<Event<CallMessage>> call(String id) {
    return Flux.defer(() -> stream(new CallReader(id), Schedulers.boundedElastic()));
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

    private Optional<Long> known;

    FloorReader(Optional<Long> known) {
      this.known = known;
    }

    @Override
    Optional<Event<FloorMessage>> next() {
      FloorChanges changes = known.map(floor::changesSince).orElseGet(floor::snapshot);
      SourceStatus status = source.status();
      if (!isDue(changes.tellsSomething(), status)) {
        return Optional.empty();
      }
      known = Optional.of(changes.revision());
      FloorMessage message = new FloorMessage(clock.millis(), status, changes);
      Cursor cursor = new Cursor(epoch, changes.revision());
      return Optional.of(Event.of(message).name("floor").id(cursor.id()));
    }
  }

  private final class CallReader extends Reader<CallMessage> {

    private final String id;
    private long known = -1;

    CallReader(String id) {
      this.id = id;
    }

    @Override
    Optional<Event<CallMessage>> next() {
      Optional<CallDetail> news = floor.callSince(id, known).or(this::ofThePast);
      SourceStatus status = source.status();
      if (!isDue(news.isPresent(), status)) {
        return Optional.empty();
      }
      known = news.map(CallDetail::revision).orElse(known);
      CallMessage message = new CallMessage(clock.millis(), status, news.orElse(null));
      return Optional.of(Event.of(message).name("call"));
    }

    private Optional<CallDetail> ofThePast() {
      try {
        return known < 0 ? past.detail(id) : Optional.empty();
      } catch (KafkaException e) {
        return Optional.empty(); // the source says so, and the next beat tries again
      }
    }
  }
}

package io.temperline.dashboard.web;

import io.micronaut.http.sse.Event;
import io.temperline.dashboard.access.Person;
import io.temperline.dashboard.archive.PastCalls;
import io.temperline.dashboard.audit.Audit;
import io.temperline.dashboard.floor.CallDetail;
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
import reactor.core.scheduler.Schedulers;

/**
 * Streams of server-sent events of one call, each its reader's own: at each beat it is told what
 * came after what it was told last. Nothing is queued for it, so a slow reader skips beats.
 */
@Singleton
final class CallFeed {

  private static final String GONE = "gone";

  private final FloorView floor;
  private final PastCalls past;
  private final SourceMonitor source;
  private final Audit audit;
  private final Clock clock;
  private final FeedPace pace;

  CallFeed(
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
  }

  /**
   * The call's stream: all that is known first, then what is new. It ends with an event {@code
   * gone} where the call may not be seen any more. The past may be waited for.
   */
  Flux<Event<CallMessage>> follow(String id, Person person) {
    return Flux.defer(
            () -> {
              Reader reader = new Reader(id, person);
              return Flux.interval(Duration.ZERO, pace.beat(), Schedulers.boundedElastic())
                  .onBackpressureDrop()
                  .mapNotNull(beat -> reader.next().orElse(null));
            })
        .takeUntil(event -> GONE.equals(event.getName()));
  }

  /** One reader: the revision that it was told last. */
  private final class Reader {

    private final String id;
    private final Person person;
    private final Shown shown;
    private long known = -1;
    private boolean isTold;
    private Instant toldAt = Instant.MIN;
    private SourceStatus toldStatus;

    Reader(String id, Person person) {
      this.id = id;
      this.person = person;
      this.shown = new Shown(person.sight());
    }

    /** Empty where there is no news, and a sign of life not due yet. */
    Optional<Event<CallMessage>> next() {
      Optional<CallDetail> all = floor.callSince(id, known).or(this::ofThePast);
      Optional<CallDetail> news = shown.call(all);
      boolean isGone = known >= 0 && news.isEmpty() && (all.isPresent() || floor.isForgotten(id));
      all.ifPresent(this::tellTheAudit);
      SourceStatus status = source.status();
      if (!isDue(news.isPresent() || isGone, status)) {
        return Optional.empty();
      }
      known = news.map(CallDetail::revision).orElse(known);
      CallMessage message = new CallMessage(clock.millis(), status, news.orElse(null));
      return Optional.of(
          Event.of(message).name(isGone ? GONE : "call").retry(FeedPace.RECONNECT_AFTER));
    }

    private boolean isDue(boolean news, SourceStatus status) {
      Instant now = clock.instant();
      if (!news && status.equals(toldStatus) && now.isBefore(toldAt.plus(pace.sign()))) {
        return false;
      }
      toldAt = now;
      toldStatus = status;
      return true;
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

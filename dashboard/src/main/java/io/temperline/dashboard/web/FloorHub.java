package io.temperline.dashboard.web;

import io.micronaut.http.sse.Event;
import io.micronaut.json.JsonMapper;
import io.temperline.dashboard.source.SourceMonitor;
import io.temperline.dashboard.source.SourceStatus;
import io.temperline.dashboard.web.FloorMessage.News;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;

/**
 * The floor's stream for all who see the same. At each beat what is new is written once, however
 * many read, and the last beats are kept. A reader is the number of the beat that it got last:
 * nothing is queued for it, so one who is slow gets the beats that it missed when it reads again,
 * or the whole floor where they are gone, and nobody waits for it.
 */
final class FloorHub {

  private static final int KEPT = 40;

  private final ToldFloor told;
  private final SourceMonitor source;
  private final JsonMapper json;
  private final Clock clock;
  private final FeedPace pace;
  private final String epoch;
  private final Flux<Long> ticks;
  private final Deque<Beat> beats = new ArrayDeque<>();
  private Optional<Beat> whole = Optional.empty();
  private long number;
  private Instant beatAt = Instant.MIN;
  private Instant toldAt = Instant.MIN;
  private SourceStatus toldStatus;

  /**
   * @param epoch names this hub in its events' ids
   */
  FloorHub(
      ToldFloor told,
      SourceMonitor source,
      JsonMapper json,
      Clock clock,
      FeedPace pace,
      String epoch) {
    this.told = told;
    this.source = source;
    this.json = json;
    this.clock = clock;
    this.pace = pace;
    this.epoch = epoch;
    this.ticks = Flux.interval(pace.beat()).onBackpressureDrop().doOnNext(tick -> beat()).share();
  }

  private record Beat(long number, String json) {}

  /**
   * @param cursor where an earlier stream stopped; empty begins with the whole floor
   */
  Flux<Event<String>> follow(Optional<Cursor> cursor) {
    return Flux.defer(
        () -> {
          freshen();
          Reader reader = new Reader(cursor);
          return ticks
              .onBackpressureLatest()
              .startWith(0L)
              .concatMapIterable(tick -> reader.news(), 1);
        });
  }

  private final class Reader {

    private long known;

    Reader(Optional<Cursor> cursor) {
      known = cursor.filter(at -> at.epoch().equals(epoch)).map(Cursor::number).orElse(-1L);
    }

    List<Event<String>> news() {
      List<Beat> news = after(known);
      known = news.isEmpty() ? known : news.get(news.size() - 1).number();
      return news.stream().map(FloorHub.this::event).toList();
    }
  }

  private Event<String> event(Beat beat) {
    return Event.of(beat.json())
        .name("floor")
        .id(new Cursor(epoch, beat.number()).id())
        .retry(FeedPace.RECONNECT_AFTER);
  }

  /** The beats that came after one; the whole floor where some of them are gone. */
  private synchronized List<Beat> after(long known) {
    if (known > number || known < number - beats.size()) {
      whole = whole.or(() -> Optional.of(new Beat(number, written(told.whole()))));
      return List.of(whole.get());
    }
    return beats.stream().filter(beat -> beat.number() > known).toList();
  }

  /** A beat before its time where there was none for longer: without readers there are no beats. */
  private synchronized void freshen() {
    if (Duration.between(beatAt, clock.instant()).compareTo(pace.beat()) > 0) {
      beat();
    }
  }

  private synchronized void beat() {
    beatAt = clock.instant();
    News news = told.next();
    SourceStatus status = source.status();
    boolean isSignDue = !beatAt.isBefore(toldAt.plus(pace.sign()));
    if (!news.tellsSomething() && status.equals(toldStatus) && !isSignDue) {
      return;
    }
    toldAt = beatAt;
    toldStatus = status;
    number++;
    whole = Optional.empty();
    beats.addLast(new Beat(number, written(news)));
    if (beats.size() > KEPT) {
      beats.removeFirst();
    }
  }

  private String written(News news) {
    try {
      return json.writeValueAsString(new FloorMessage(clock.millis(), source.status(), news));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

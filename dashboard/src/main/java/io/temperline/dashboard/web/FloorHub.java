package io.temperline.dashboard.web;

import io.micronaut.http.sse.Event;
import io.micronaut.json.JsonMapper;
import io.temperline.dashboard.source.SourceStatus;
import io.temperline.dashboard.web.FloorMessage.News;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * The floor's stream for all who see the same. At each beat what is new is written once, however
 * many read, and the last beats are kept. A reader is the number of the beat that it got last:
 * nothing is queued for it, so one who is slow gets the beats that it missed when it reads again,
 * or the whole floor where they are gone, and nobody waits for it.
 */
final class FloorHub {

  private static final int KEPT = 40;

  private final ToldFloor told;
  private final Supplier<SourceStatus> source;
  private final JsonMapper json;
  private final Clock clock;
  private final FeedPace pace;
  private final String epoch;
  private final Flux<Long> ticks;
  private final Deque<Beat> beats = new ArrayDeque<>();
  private Optional<Beat> whole = Optional.empty();
  private long number;
  private Instant toldAt = Instant.MIN;
  private SourceStatus toldStatus;

  /**
   * @param epoch names this hub in its events' ids
   * @param left is told when nobody has read for so long that the beats of then are gone
   */
  FloorHub(
      ToldFloor told,
      Supplier<SourceStatus> source,
      JsonMapper json,
      Clock clock,
      FeedPace pace,
      String epoch,
      Consumer<FloorHub> left) {
    this.told = told;
    this.source = source;
    this.json = json;
    this.clock = clock;
    this.pace = pace;
    this.epoch = epoch;
    this.ticks =
        Flux.interval(pace.beat())
            .onBackpressureDrop()
            .doOnNext(tick -> beat())
            .doFinally(end -> left.accept(this))
            .publish()
            .refCount(1, pace.beat().multipliedBy(KEPT));
    beat();
  }

  private record Beat(long number, String json) {}

  /**
   * @param cursor where an earlier stream stopped; empty begins with the whole floor
   */
  Flux<Event<String>> follow(Optional<Cursor> cursor) {
    return Flux.create(
        sink -> {
          Reader reader = new Reader(cursor, sink);
          sink.onRequest(asked -> reader.read());
          sink.onDispose(ticks.subscribe(tick -> reader.read()));
        });
  }

  private final class Reader {

    private final FluxSink<Event<String>> sink;
    private long known;

    Reader(Optional<Cursor> cursor, FluxSink<Event<String>> sink) {
      this.sink = sink;
      known = cursor.filter(at -> at.epoch().equals(epoch)).map(Cursor::number).orElse(-1L);
    }

    /** Takes what there is, as far as it is asked for. */
    synchronized void read() {
      while (sink.requestedFromDownstream() > 0) {
        Optional<Beat> next = after(known);
        if (next.isEmpty()) {
          return;
        }
        known = next.get().number();
        sink.next(event(next.get()));
      }
    }
  }

  private Event<String> event(Beat beat) {
    return Event.of(beat.json())
        .name("floor")
        .id(new Cursor(epoch, beat.number()).id())
        .retry(FeedPace.RECONNECT_AFTER);
  }

  /** The next beat; the whole floor where that one is gone. */
  private synchronized Optional<Beat> after(long known) {
    if (known > number || known < number - beats.size()) {
      whole = whole.or(() -> Optional.of(new Beat(number, written(told.whole()))));
      return whole;
    }
    return beats.stream().filter(beat -> beat.number() == known + 1).findAny();
  }

  private synchronized void beat() {
    Instant now = clock.instant();
    News news = told.next();
    SourceStatus status = source.get();
    boolean isSignDue = !now.isBefore(toldAt.plus(pace.sign()));
    if (!news.tellsSomething() && status.equals(toldStatus) && !isSignDue) {
      return;
    }
    toldAt = now;
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
      return json.writeValueAsString(new FloorMessage(clock.millis(), source.get(), news));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.temperline.dashboard.web;

import io.micronaut.http.sse.Event;
import io.micronaut.json.JsonMapper;
import io.temperline.dashboard.access.Sight;
import io.temperline.dashboard.floor.FloorView;
import io.temperline.dashboard.source.SourceMonitor;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.publisher.Flux;

/** Streams of server-sent events of the floor, shared by all who see the same. */
@Singleton
final class FloorFeed {

  private final FloorView floor;
  private final SourceMonitor source;
  private final JsonMapper json;
  private final Clock clock;
  private final FeedPace pace;
  private final Map<Sight, FloorHub> hubs = new ConcurrentHashMap<>();
  private final AtomicLong made = new AtomicLong();

  FloorFeed(FloorView floor, SourceMonitor source, JsonMapper json, Clock clock, FeedPace pace) {
    this.floor = floor;
    this.source = source;
    this.json = json;
    this.clock = clock;
    this.pace = pace;
  }

  /**
   * First the whole floor, or what came after an earlier stream; then what changes.
   *
   * @param lastEventId where an earlier stream stopped; empty begins with the whole floor
   */
  Flux<Event<String>> follow(Optional<String> lastEventId, Sight sight) {
    return hubs.computeIfAbsent(sight, this::hub).follow(lastEventId.flatMap(Cursor::parse));
  }

  private FloorHub hub(Sight sight) {
    String epoch =
        Long.toString(clock.millis(), Character.MAX_RADIX) + "." + made.incrementAndGet();
    return new FloorHub(
        new ToldFloor(floor, sight, json),
        source::status,
        json,
        clock,
        pace,
        epoch,
        hub -> hubs.remove(sight, hub));
  }
}

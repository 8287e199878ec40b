package io.temperline.dashboard.login;

import io.temperline.dashboard.access.Person;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;

/** Bounds the streams that one person has open, and ends each when they have to log in again. */
@Singleton
public final class OpenStreams {

  private static final int MOST = 50;

  private final Map<String, Integer> open = new ConcurrentHashMap<>();
  private final Clock clock;

  OpenStreams(Clock clock) {
    this.clock = clock;
  }

  /**
   * The stream for the person.
   *
   * @throws TooManyStreamsException where they have too many
   */
  public <T> Flux<T> of(Person person, Flux<T> stream) {
    if (person.isEverybody()) {
      return stream;
    }
    if (open.getOrDefault(person.name(), 0) >= MOST) {
      throw new TooManyStreamsException(MOST);
    }
    Flux<T> counted =
        stream
            .doOnSubscribe(begun -> open.merge(person.name(), 1, Integer::sum))
            .doFinally(end -> open.computeIfPresent(person.name(), OpenStreams::oneLess));
    return person.until() == null
        ? counted
        : counted.take(Duration.between(clock.instant(), person.until()));
  }

  private static Integer oneLess(String name, int streams) {
    return streams == 1 ? null : streams - 1;
  }
}

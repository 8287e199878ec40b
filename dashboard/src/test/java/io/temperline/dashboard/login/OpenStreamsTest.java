package io.temperline.dashboard.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.temperline.dashboard.access.Person;
import io.temperline.dashboard.access.Role;
import io.temperline.dashboard.access.Sight;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** The streams that people have open. */
class OpenStreamsTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final int MOST = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final OpenStreams streams = new OpenStreams(Clock.fixed(NINE, ZoneOffset.UTC));

  @Test
  void aPersonHasFiftyAtATimeAndAnotherAsManyAgain() {
    Person sam = person("sam", null);
    Disposable first = open(sam);
    IntStream.range(1, MOST).forEach(n -> open(sam));

    assertThatExceptionOfType(TooManyStreamsException.class).isThrownBy(() -> open(sam));
    assertThatCode(() -> open(person("bea", null))).doesNotThrowAnyException();
    first.dispose();
    assertThatCode(() -> open(sam)).doesNotThrowAnyException();
    assertThatExceptionOfType(TooManyStreamsException.class).isThrownBy(() -> open(sam));
  }

  @Test
  void aStreamThatEndsOfItselfCountsNoLonger() {
    Person sam = person("sam", null);
    IntStream.range(0, 2 * MOST).forEach(n -> streams.of(sam, Flux.just("end")).blockLast());
    assertThatCode(() -> open(sam)).doesNotThrowAnyException();
  }

  @Test
  void whereNobodyLogsInNothingIsCounted() {
    Person everybody = new Person("", Set.of(Role.ADMIN), Sight.ALL, true, "127.0.0.1", null);
    assertThatCode(() -> Stream.generate(() -> open(everybody)).limit(2 * MOST).toList())
        .doesNotThrowAnyException();
  }

  /** It is never told anything: blocking fails where nothing ends it. */
  @Test
  void aStreamEndsWithItsSession() {
    Person sam = person("sam", NINE.plusMillis(100));
    assertThat(streams.of(sam, Flux.never()).blockLast(PATIENCE)).isNull();
  }

  private Disposable open(Person person) {
    return streams.of(person, Flux.never()).subscribe();
  }

  private static Person person(String name, Instant until) {
    return new Person(name, Set.of(Role.SUPERVISOR), Sight.ALL, false, "127.0.0.1", until);
  }
}

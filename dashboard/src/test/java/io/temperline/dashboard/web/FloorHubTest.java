package io.temperline.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.sse.Event;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.ObjectMapper;
import io.temperline.dashboard.access.Sight;
import io.temperline.dashboard.floor.FloorLimits;
import io.temperline.dashboard.floor.FloorView;
import io.temperline.dashboard.source.SourceStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

class FloorHubTest {

  private static final String SNAPSHOT = "\"snapshot\":true";

  private final JsonMapper json = ObjectMapper.getDefault();
  private final Clock clock = Clock.systemUTC();
  private final CountDownLatch left = new CountDownLatch(1);
  private final FloorHub hub =
      new FloorHub(
          new ToldFloor(new FloorView(FloorLimits.defaults(), clock), Sight.ALL, json),
          () -> new SourceStatus(SourceStatus.State.LIVE, 0, "", 0),
          json,
          clock,
          new FeedPace(Duration.ofMillis(2), Duration.ZERO),
          "hub",
          hub -> left.countDown());
  private final Reader quick = new Reader(Optional.empty());
  private final Reader slow = new Reader(Optional.empty());

  @AfterEach
  void leave() {
    quick.cancel();
    slow.cancel();
  }

  @Test
  void whoComesIsToldAllAtFirst() throws Exception {
    assertThat(quick.next().getData()).contains(SNAPSHOT);
    assertThat(quick.next().getData()).doesNotContain(SNAPSHOT);
  }

  @Test
  void whoDoesNotReadForLongIsToldAllAgainAndHoldsNobodyUp() throws Exception {
    Event<String> first = slow.next();
    quick.read(100);

    Event<String> missed = slow.next();

    assertThat(number(missed)).isGreaterThan(number(first) + 40);
    assertThat(missed.getData()).contains(SNAPSHOT);
    assertThat(slow.next().getData()).doesNotContain(SNAPSHOT);
  }

  @Test
  void whoComesBackIsToldWhatItMissed() throws Exception {
    Event<String> last = quick.next();
    quick.cancel();
    slow.read(10);

    Reader back = new Reader(Cursor.parse(last.getId()));
    Event<String> missed = back.next();
    back.cancel();

    assertThat(missed.getData()).doesNotContain(SNAPSHOT);
    assertThat(number(missed)).isEqualTo(number(last) + 1);
  }

  @Test
  void itSaysSoWhenNobodyReadsAnyMore() throws Exception {
    quick.read(3);
    quick.cancel();
    assertThat(left.await(200, TimeUnit.MILLISECONDS)).as("left, while one still reads").isFalse();
    slow.cancel();
    assertThat(left.await(10, TimeUnit.SECONDS)).as("left").isTrue();
  }

  @Test
  void theIdOfAnotherHubSaysNothingHere() throws Exception {
    Event<String> last = quick.read(3);
    Reader stranger = new Reader(Optional.of(new Cursor("another", number(last))));
    assertThat(stranger.next().getData()).contains(SNAPSHOT);
    stranger.cancel();
  }

  private static long number(Event<String> event) {
    return Cursor.parse(event.getId()).orElseThrow().number();
  }

  /** Takes an event when it is asked to, and none else. */
  private final class Reader extends BaseSubscriber<Event<String>> {

    private final BlockingQueue<Event<String>> events = new LinkedBlockingQueue<>();

    Reader(Optional<Cursor> cursor) {
      hub.follow(cursor).subscribe(this);
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
      // asks for nothing yet
    }

    @Override
    protected void hookOnNext(Event<String> event) {
      events.add(event);
    }

    Event<String> next() throws InterruptedException {
      request(1);
      Event<String> event = events.poll(10, TimeUnit.SECONDS);
      assertThat(event).as("an event").isNotNull();
      return event;
    }

    Event<String> read(int count) throws InterruptedException {
      Event<String> last = next();
      for (int i = 1; i < count; i++) {
        last = next();
      }
      return last;
    }
  }
}

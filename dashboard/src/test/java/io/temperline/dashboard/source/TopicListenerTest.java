package io.temperline.dashboard.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.dashboard.CallScript;
import io.temperline.dashboard.floor.CallSummary;
import io.temperline.dashboard.floor.FloorLimits;
import io.temperline.dashboard.floor.FloorView;
import io.temperline.dashboard.source.SourceStatus.State;
import io.temperline.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicListenerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final SourceSettings SETTINGS =
      new SourceSettings(
          Duration.ofHours(1), Duration.ofDays(1), Duration.ofMillis(20), Duration.ofSeconds(5));

  private final Instant now = Instant.now();
  private final Clock clock = Clock.systemUTC();
  private final TestTopics topics = new TestTopics();
  private final FloorView floor = new FloorView(FloorLimits.defaults(), clock);
  private final SourceMonitor monitor = new SourceMonitor(clock);
  private final TopicListener listener =
      new TopicListener(
          "floor-listener",
          topics,
          new FloorRecords(
              new Topics(Map.of("schema.registry.url", TestTopics.REGISTRY)),
              floor,
              (event, asOf) -> {},
              monitor,
              SETTINGS),
          monitor,
          SETTINGS,
          clock);

  @AfterEach
  void close() {
    listener.close();
  }

  @Test
  void readsWhatWasWrittenBeforeTheStartAndWhatComesAfter() {
    CallScript call = new CallScript("c-1", now.minusSeconds(30));
    topics.write(call.started("Ada", null, null));
    listener.start();
    await(() -> ids().equals(List.of("c-1")));
    assertThat(monitor.status().state()).isEqualTo(State.LIVE);

    topics.write(new CallScript("c-2", now).started("Ben", null, null));

    await(() -> ids().containsAll(List.of("c-1", "c-2")));
  }

  @Test
  void looksBackNoFurtherThanTheSettingsSay() {
    topics.write(new CallScript("too-old", now.minus(Duration.ofHours(2))).held(0));
    topics.write(new CallScript("old-history", now.minus(Duration.ofHours(3))).complete(60, 0.5f));
    topics.write(new CallScript("recent", now.minusSeconds(60)).held(0));
    listener.start();

    await(() -> ids().containsAll(List.of("recent", "old-history")));
    assertThat(ids()).doesNotContain("too-old");
  }

  @Test
  void whatWasWrittenBeforeTheStartIsAsOldAsItSays() {
    topics.write(new CallScript("c-1", now.minusSeconds(600)).started("Ada", null, null));
    listener.start();

    await(() -> !ids().isEmpty());
    assertThat(floor.snapshot().calls().get(0).asOf())
        .isEqualTo(now.minusSeconds(600).toEpochMilli());
  }

  @Test
  void aRecordThatCannotBeReadIsPassedOverAndCounted() {
    topics.writeGarbage(now.toEpochMilli());
    topics.write(new CallScript("c-1", now).heard(0, 0.5f));
    listener.start();

    await(() -> ids().equals(List.of("c-1")));
    assertThat(monitor.status().unreadable()).isEqualTo(1);
  }

  @Test
  void waitsForAKafkaThatIsAwayAtTheStart() {
    topics.goAway();
    topics.write(new CallScript("c-1", now).heard(0, 0.5f));
    listener.start();
    await(() -> monitor.status().state() == State.AWAY);
    assertThat(monitor.status().detail()).isEqualTo("Kafka does not answer");

    topics.comeBack();

    await(() -> ids().equals(List.of("c-1")));
    await(() -> monitor.status().state() == State.LIVE);
  }

  @Test
  void goesOnWhereItStoodAfterKafkaWasAway() {
    CallScript call = new CallScript("c-1", now.minusSeconds(60));
    topics.write(call.heard(0, 0.1f));
    listener.start();
    await(() -> windows("c-1") == 1);

    topics.goAway();
    await(() -> monitor.status().state() == State.AWAY);
    topics.write(call.heard(1, 0.2f));
    topics.write(call.heard(2, 0.3f));
    topics.comeBack();

    await(() -> windows("c-1") == 3);
    assertThat(floor.snapshot().revision()).as("nothing is read twice").isEqualTo(3);
  }

  private List<String> ids() {
    return floor.snapshot().calls().stream().map(CallSummary::id).toList();
  }

  private int windows(String id) {
    return floor.call(id).map(call -> call.windows().size()).orElse(0);
  }

  private static void await(BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("waited too long").isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}

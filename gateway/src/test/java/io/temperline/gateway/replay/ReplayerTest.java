package io.temperline.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.temperline.gateway.replay.CallDetails.Hold;
import io.temperline.gateway.replay.KafkaInMemory.Sent;
import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.CallerInformed;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import io.temperline.schemas.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class ReplayerTest {

  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final int SAMPLES_PER_MS = 8;

  private final FakeClock clock = new FakeClock(NOW);
  private final KafkaInMemory kafka = new KafkaInMemory(clock, true);

  @Test
  void every_byte_of_both_sides_arrives_once_and_in_order() throws InterruptedException {
    RecordedCall call = call("parcel", 1_007, 1_007);

    replay(0, call);

    assertThat(kafka.audio("parcel", Channel.CALLER)).isEqualTo(call.caller());
    assertThat(kafka.audio("parcel", Channel.AGENT)).isEqualTo(call.agent().orElseThrow());
  }

  @Test
  void frames_are_20_ms_numbered_from_0_and_captured_20_ms_apart() throws InterruptedException {
    replay(1, call("parcel", 1_007, 1_007));

    for (Channel channel : List.of(Channel.CALLER, Channel.AGENT)) {
      List<AudioFrame> frames = kafka.frames("parcel", channel);
      assertThat(frames).hasSize(51);
      for (int n = 0; n < frames.size(); n++) {
        AudioFrame frame = frames.get(n);
        assertThat(frame.getSequence()).isEqualTo(n);
        assertThat(frame.getCapturedAt()).isEqualTo(NOW.plusMillis(n * 20L));
        assertThat(frame.getCodec()).isEqualTo(Codec.PCMU);
        assertThat(frame.getSampleRate()).isEqualTo(8000);
        assertThat(frame.getPayload().remaining()).isEqualTo(n < 50 ? 160 : 7 * SAMPLES_PER_MS);
      }
    }
  }

  @Test
  void records_bear_the_call_as_key_and_their_own_time() throws InterruptedException {
    replay(0, call("parcel", 100, 100));

    assertThat(kafka.sent())
        .allSatisfy(
            record -> {
              assertThat(record.key()).isEqualTo("parcel");
              assertThat(record.timestamp()).isEqualTo(ownTime(record));
            });
  }

  @Test
  void a_call_starts_with_what_is_known_of_it() throws InterruptedException {
    CallDetails details =
        new CallDetails(
            "C-1",
            "ada",
            "parcels",
            "en-GB",
            Direction.INBOUND,
            CallerInformed.NOT_INFORMED,
            0,
            List.of(),
            Map.of("tier", "gold"));
    replay(1, new RecordedCall("parcel", TestAudio.muLaw(800, 1), Optional.empty(), details));

    assertThat(kafka.sent().get(0).value())
        .isEqualTo(
            CallEvent.newBuilder()
                .setCallId("parcel")
                .setType(CallEventType.STARTED)
                .setEffectiveAt(NOW)
                .setCustomerId("C-1")
                .setAgentId("ada")
                .setQueue("parcels")
                .setLanguage("en-GB")
                .setDirection(Direction.INBOUND)
                .setCallerInformed(CallerInformed.NOT_INFORMED)
                .setAttributes(Map.of("tier", "gold"))
                .build());
  }

  @Test
  void callers_count_as_informed_where_nothing_else_is_said() throws InterruptedException {
    replay(0, call("parcel", 100, 100));

    assertThat(kafka.event("parcel", CallEventType.STARTED).getCallerInformed())
        .isEqualTo(CallerInformed.INFORMED);
  }

  @Test
  void a_call_ends_where_its_longer_side_ends_with_the_last_sequence_of_each()
      throws InterruptedException {
    replay(1, call("parcel", 1_007, 90));

    CallEvent end = kafka.event("parcel", CallEventType.ENDED);
    assertThat(end.getEffectiveAt()).isEqualTo(NOW.plusMillis(1_007));
    assertThat(end.getLastSequences()).isEqualTo(Map.of("CALLER", 50L, "AGENT", 4L));
    assertThat(last(kafka.sent()).value()).isEqualTo(end);
  }

  @Test
  void a_call_without_an_agent_says_nothing_of_one() throws InterruptedException {
    RecordedCall call =
        new RecordedCall("parcel", TestAudio.muLaw(800, 1), Optional.empty(), CallDetails.UNKNOWN);

    replay(0, call);

    assertThat(kafka.frames("parcel", Channel.AGENT)).isEmpty();
    assertThat(kafka.event("parcel", CallEventType.ENDED).getLastSequences())
        .isEqualTo(Map.of("CALLER", 4L));
  }

  @Test
  void a_hold_stands_between_the_frames_around_it_and_the_audio_goes_on()
      throws InterruptedException {
    replay(1, heldCall("parcel", 200, new Hold(60, 110)));

    assertThat(kafka.events("parcel"))
        .extracting(CallEvent::getType, event -> msAfter(NOW, event.getEffectiveAt()))
        .containsExactly(
            tuple(CallEventType.STARTED, 0L),
            tuple(CallEventType.HELD, 60L),
            tuple(CallEventType.RESUMED, 110L),
            tuple(CallEventType.ENDED, 200L));
    assertThat(order("parcel"))
        .containsExactly(
            "STARTED", "0", "1", "2", "HELD", "3", "4", "RESUMED", "5", "6", "7", "8", "9",
            "ENDED");
  }

  @Test
  void a_call_can_end_on_hold() throws InterruptedException {
    replay(1, heldCall("parcel", 100, new Hold(60, 500)));

    assertThat(kafka.events("parcel"))
        .extracting(CallEvent::getType)
        .containsExactly(CallEventType.STARTED, CallEventType.HELD, CallEventType.ENDED);
  }

  @Test
  void at_the_speed_of_life_a_frame_is_sent_when_it_has_been_heard() throws InterruptedException {
    replay(1, call("parcel", 60_000, 60_000));

    assertThat(framesSent())
        .allSatisfy(frame -> assertThat(frame.sentAt()).isEqualTo(ownTime(frame).plusMillis(20)));
  }

  @Test
  void a_hindrance_delays_but_does_not_shift_what_follows() throws InterruptedException {
    List<Sent> seen = new ArrayList<>();
    kafka.beforeEach(
        () -> {
          if (kafka.sent().size() == 101) {
            clock.hinder(Duration.ofMillis(333).toNanos());
          }
        });

    replay(1, call("parcel", 10_000, 10_000));

    seen.addAll(framesSent());
    assertThat(last(seen).sentAt()).isEqualTo(NOW.plusMillis(10_000));
    assertThat(seen.get(100).sentAt()).isAfter(ownTime(seen.get(100)).plusMillis(300));
  }

  @Test
  void at_n_times_the_speed_it_takes_the_nth_part_and_runs_never_ahead_of_the_present()
      throws InterruptedException {
    replay(4, call("parcel", 10_000, 10_000), call("invoice", 8_000, 8_000));

    assertThat(last(kafka.sent()).sentAt()).isEqualTo(NOW.plusMillis(2_500));
    assertThat(kafka.sent())
        .allSatisfy(record -> assertThat(ownTime(record)).isBeforeOrEqualTo(record.sentAt()));
    assertThat(ownTime(last(kafka.sent()))).isEqualTo(NOW.plusMillis(2_500));
  }

  @Test
  void slowly_it_waits_in_short_steps_so_that_it_can_be_stopped() throws InterruptedException {
    replay(0.1, call("parcel", 100, 100));

    assertThat(last(kafka.sent()).sentAt()).isEqualTo(NOW.plusMillis(1_000));
    assertThat(clock.longestSleep()).isLessThanOrEqualTo(Duration.ofMillis(50).toNanos());
  }

  @Test
  void at_speed_0_nobody_waits_and_the_longest_call_ends_now() throws InterruptedException {
    replay(0, call("parcel", 10_000, 10_000), call("invoice", 8_000, 8_000));

    assertThat(clock.longestSleep()).isZero();
    assertThat(kafka.event("parcel", CallEventType.ENDED).getEffectiveAt()).isEqualTo(NOW);
    assertThat(kafka.event("invoice", CallEventType.STARTED).getEffectiveAt())
        .isEqualTo(NOW.minusMillis(10_000));
  }

  @Test
  void all_calls_advance_together() throws InterruptedException {
    replay(0, call("parcel", 5_000, 5_000), call("invoice", 3_000, 0), call("hotel", 4_000, 9));

    List<Instant> capturedAt = framesSent().stream().map(ReplayerTest::ownTime).toList();
    assertThat(capturedAt).isSorted();
  }

  @Test
  void a_call_begins_as_long_after_the_replay_as_its_details_say() throws InterruptedException {
    CallDetails later =
        new CallDetails(null, null, null, null, null, null, 300, List.of(), Map.of());
    byte[] audio = TestAudio.muLaw(800, 1);

    replay(1, new RecordedCall("parcel", audio, Optional.empty(), later));

    CallEvent start = kafka.event("parcel", CallEventType.STARTED);
    assertThat(start.getEffectiveAt()).isEqualTo(NOW.plusMillis(300));
    assertThat(kafka.sent().get(0).sentAt()).isEqualTo(NOW.plusMillis(300));
    assertThat(last(kafka.sent()).sentAt()).isEqualTo(NOW.plusMillis(400));
  }

  @Test
  void stopping_ends_the_calls_that_run_and_starts_no_other() throws InterruptedException {
    CallDetails later =
        new CallDetails(null, null, null, null, null, null, 5_000, List.of(), Map.of());
    RecordedCall waiting =
        new RecordedCall("waiting", TestAudio.muLaw(800, 1), Optional.empty(), later);
    Replayer replayer = replayer(1, new ReplayListener() {});
    kafka.beforeEach(
        () -> {
          if (clock.now().equals(NOW.plusMillis(200))) {
            replayer.stop();
          }
        });

    replayer.replay(List.of(call("parcel", 10_000, 10_000), waiting));

    CallEvent end = kafka.event("parcel", CallEventType.ENDED);
    assertThat(end.getEffectiveAt()).isEqualTo(NOW.plusMillis(200));
    assertThat(end.getLastSequences()).isEqualTo(Map.of("CALLER", 9L, "AGENT", 9L));
    assertThat(last(kafka.frames("parcel", Channel.CALLER)).getSequence()).isEqualTo(9);
    assertThat(kafka.events("waiting")).isEmpty();
  }

  @Test
  void a_refused_record_ends_the_replay_with_the_reason() {
    KafkaInMemory broken = new KafkaInMemory(clock, false);
    broken.beforeEach(() -> broken.errorNext(new TimeoutException("no broker answers")));
    Replayer replayer =
        new Replayer(
            broken, broken.topics, ReplaySettings.atSpeed(0), new ReplayListener() {}, clock);

    assertThatThrownBy(() -> replayer.replay(List.of(call("parcel", 10_000, 10_000))))
        .isInstanceOf(ReplayFailedException.class)
        .hasMessage("The replay stopped: no broker answers");
    assertThat(broken.sent()).hasSizeLessThan(5);
  }

  @Test
  void a_listener_hears_of_each_start_and_end() throws InterruptedException {
    List<String> heard = new ArrayList<>();
    ReplayListener listener =
        new ReplayListener() {
          @Override
          public void callStarted(RecordedCall call, Instant at) {
            heard.add(call.callId() + " started at " + msAfter(NOW, at));
          }

          @Override
          public void callEnded(RecordedCall call, Instant at) {
            heard.add(call.callId() + " ended at " + msAfter(NOW, at));
          }
        };

    replayer(1, listener).replay(List.of(call("parcel", 200, 200), call("hotel", 100, 100)));

    assertThat(heard)
        .containsExactly(
            "hotel started at 0",
            "parcel started at 0",
            "hotel ended at 100",
            "parcel ended at 200");
  }

  @Test
  void a_speed_below_0_is_refused() {
    assertThatThrownBy(() -> ReplaySettings.atSpeed(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("speed is -1.0; it must be 0 or more");
  }

  private void replay(double speed, RecordedCall... calls) throws InterruptedException {
    replayer(speed, new ReplayListener() {}).replay(List.of(calls));
  }

  private Replayer replayer(double speed, ReplayListener listener) {
    return new Replayer(kafka, kafka.topics, ReplaySettings.atSpeed(speed), listener, clock);
  }

  private static RecordedCall call(String id, int callerMs, int agentMs) {
    return new RecordedCall(
        id,
        TestAudio.muLaw(callerMs * SAMPLES_PER_MS, id.hashCode()),
        Optional.of(TestAudio.muLaw(agentMs * SAMPLES_PER_MS, id.hashCode() + 1)),
        CallDetails.UNKNOWN);
  }

  private static RecordedCall heldCall(String id, int ms, Hold hold) {
    CallDetails details =
        new CallDetails(null, null, null, null, null, null, 0, List.of(hold), Map.of());
    byte[] audio = TestAudio.muLaw(ms * SAMPLES_PER_MS, 7);
    return new RecordedCall(id, audio, Optional.empty(), details);
  }

  private List<Sent> framesSent() {
    return kafka.sent().stream().filter(sent -> sent.value() instanceof AudioFrame).toList();
  }

  /** A call's records as event types and sequences. */
  private List<String> order(String callId) {
    return kafka.sent().stream()
        .filter(sent -> sent.isOf(callId))
        .map(
            sent ->
                sent.value() instanceof AudioFrame frame
                    ? Long.toString(frame.getSequence())
                    : ((CallEvent) sent.value()).getType().name())
        .toList();
  }

  private static Instant ownTime(Sent record) {
    return record.value() instanceof AudioFrame frame
        ? frame.getCapturedAt()
        : ((CallEvent) record.value()).getEffectiveAt();
  }

  private static long msAfter(Instant start, Instant at) {
    return Duration.between(start, at).toMillis();
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}

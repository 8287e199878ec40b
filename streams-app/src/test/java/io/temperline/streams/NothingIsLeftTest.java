package io.temperline.streams;

import static io.temperline.streams.Voice.ANGRY;
import static io.temperline.streams.Voice.CALM;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.temperline.schemas.CallerInformed;
import io.temperline.schemas.Codec;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However a call goes, its history is completed and nothing of it stays in any store. */
class NothingIsLeftTest {

  private static final Duration MEMORY = ofMinutes(2);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "callers.are.informed", "false",
          "idle.timeout.ms", "10000",
          "hold.timeout.ms", "60000",
          "closed.call.memory.ms", Long.toString(MEMORY.toMillis()),
          "alert.memory.ms", Long.toString(MEMORY.dividedBy(2).toMillis()));

  /** What people may still judge, and the customer. */
  private static final Set<String> KEPT_LONGER = Set.of("alerts", "completed-calls", "customers");

  static Stream<Arguments> ends() {
    return Stream.of(
        call("ended", call -> call.callerSpeaks(ANGRY, ofSeconds(12)).ends()),
        call("ended on hold", call -> call.callerSpeaks(CALM, ofSeconds(5)).isHeld().ends()),
        call(
            "ended with its last frames missing",
            call ->
                call.callerSpeaks(CALM, ofSeconds(4))
                    .over(Network.losingEverything())
                    .callerSpeaks(CALM, ofSeconds(1))
                    .ends()),
        call(
            "ended while a frame waits for others",
            call -> skippingAFrame(call.callerSpeaks(CALM, ofSeconds(4))).ends()),
        call("ended before it was heard", PhoneCall::ends),
        call(
            "ended with word of an agent alone",
            call -> call.agentSpeaks(CALM, ofSeconds(4)).ends()),
        call(
            "ended, with audio that goes on",
            call -> call.callerSpeaks(CALM, ofSeconds(4)).ends().callerSpeaks(CALM, ofSeconds(9))),
        call(
            "ended, and much later heard again",
            call ->
                call.callerSpeaks(CALM, ofSeconds(4))
                    .ends()
                    .passes(ofSeconds(30))
                    .callerSpeaks(ANGRY, ofSeconds(9))
                    .isHeld()
                    .ends()),
        call(
            "ended without word of its last frames",
            call -> skippingAFrame(call.callerSpeaks(CALM, ofSeconds(4))).hangsUp()),
        call("abandoned", call -> call.callerSpeaks(ANGRY, ofSeconds(12))),
        call("abandoned once announced", call -> call),
        call("abandoned on hold", call -> call.callerSpeaks(CALM, ofSeconds(5)).isHeld()),
        call(
            "abandoned with music on hold", call -> call.isHeld().callerSpeaks(CALM, ofSeconds(5))),
        call(
            "abandoned while a frame waits for others",
            call -> skippingAFrame(call.callerSpeaks(CALM, ofSeconds(4)))),
        call("abandoned with nothing but a frame that waits", NothingIsLeftTest::skippingAFrame),
        call(
            "abandoned after its gateway counted anew",
            call ->
                skippingAFrame(call.callerSpeaks(CALM, ofSeconds(4)))
                    .countsAnew()
                    .callerSpeaks(CALM, ofSeconds(4))),
        call(
            "abandoned after its codec changed",
            call ->
                call.callerSpeaks(CALM, ofSeconds(4))
                    .speaking(Codec.L16, 16_000)
                    .callerSpeaks(CALM, ofSeconds(4))),
        unannounced("never announced", call -> call.callerSpeaks(CALM, ofSeconds(8))),
        unannounced("never announced, too short", call -> call.callerSpeaks(CALM, ofSeconds(1))),
        unannounced("never announced, an agent", call -> call.agentSpeaks(CALM, ofSeconds(4))),
        unannounced("never announced but ended", PhoneCall::ends));
  }

  private static Map<String, String> withScoredAgents() {
    Map<String, String> settings = new HashMap<>(SETTINGS);
    settings.put("score.agents", "true");
    return settings;
  }

  private static Arguments call(String how, UnaryOperator<PhoneCall> course) {
    return unannounced(how, call -> course.apply(call.starts(CallerInformed.INFORMED)));
  }

  private static Arguments unannounced(String how, UnaryOperator<PhoneCall> course) {
    return argumentSet(how, course);
  }

  private static PhoneCall skippingAFrame(PhoneCall call) {
    return call.over(Network.losingEverything())
        .callerSpeaks(CALM, PhoneCall.FRAME)
        .over(Network.perfect())
        .callerSpeaks(CALM, PhoneCall.FRAME);
  }

  @ParameterizedTest
  @MethodSource("ends")
  void ofACallThat(UnaryOperator<PhoneCall> course) {
    try (Floor floor = Floor.open(SETTINGS)) {
      course.apply(floor.call("ada"));
      assertThat(floor.keysInStores().get("call-state")).containsExactly("ada");

      floor.waits(ofSeconds(75));
      assertThat(floor.latestHistories().get("ada").getComplete()).isTrue();
      assertThat(floor.keysInStores())
          .allSatisfy(
              (store, keys) -> {
                if (store.equals("call-state")) {
                  assertThat(keys).hasSize(1);
                } else if (!KEPT_LONGER.contains(store)) {
                  assertThat(keys).as(store).isEmpty();
                }
              });

      floor.waits(MEMORY);
      assertThat(floor.keysInStores())
          .allSatisfy(
              (store, keys) -> {
                if (!store.equals("customers")) {
                  assertThat(keys).as(store).isEmpty();
                }
              });

      floor.standsStill(Duration.ofDays(181));
      assertThat(floor.keysInStores())
          .allSatisfy((store, keys) -> assertThat(keys).as(store).isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("ends")
  void ofAnAgentWhoIsScoredAndACallThat(UnaryOperator<PhoneCall> course) {
    try (Floor floor = Floor.open(withScoredAgents())) {
      course.apply(floor.call("ada").agentSpeaks(ANGRY, ofSeconds(4)));
      floor.waits(ofSeconds(75));
      assertThat(floor.latestHistories().get("ada").getComplete()).isTrue();

      floor.waits(MEMORY);
      assertThat(floor.keysInStores())
          .allSatisfy(
              (store, keys) -> {
                if (!store.equals("customers")) {
                  assertThat(keys).as(store).isEmpty();
                }
              });

      floor.standsStill(Duration.ofDays(181));
      assertThat(floor.keysInStores())
          .allSatisfy((store, keys) -> assertThat(keys).as(store).isEmpty());
    }
  }
}

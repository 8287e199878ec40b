package io.temperline.streams;

import static io.temperline.streams.Floor.NINE;
import static io.temperline.streams.Voice.ANGRY;
import static io.temperline.streams.Voice.CALM;
import static io.temperline.streams.Voice.SILENT;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.temperline.schemas.AudioFrame;
import io.temperline.schemas.CallEvent;
import io.temperline.schemas.CallEventType;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.CallerInformed;
import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.schemas.NotScoredReason;
import io.temperline.schemas.WindowStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemperlineTopologyTest {

  @Test
  void aCallWhoseEndOvertakesAllOfItsAudioIsHeard() {
    try (Floor floor = Floor.open()) {
      List<AudioFrame> onTheirWay = new ArrayList<>();
      PhoneCall call = floor.call("ada").starts();
      call.over(
          frames -> {
            onTheirWay.addAll(frames);
            return List.of();
          });
      call.callerSpeaks(CALM, ofSeconds(6)).ends();

      onTheirWay.forEach(floor::receive);
      floor.waits(ofSeconds(2));

      assertThat(floor.emotions()).hasSize(4);
      assertThat(floor.latestHistories().get("ada").getComplete()).isTrue();
    }
  }

  @Test
  void aHistoryTooLargeToBeKeptHarmsNoOtherCallAndNoWindow() {
    try (Floor floor = Floor.open()) {
      floor.receive(
          CallEvent.newBuilder()
              .setCallId("ada")
              .setType(CallEventType.STARTED)
              .setEffectiveAt(NINE)
              .setCustomerId("c".repeat(1 << 20))
              .build());
      floor.call("ada").callerSpeaks(CALM, ofSeconds(6)).ends();
      floor.call("bob").starts().callerSpeaks(CALM, ofSeconds(6)).ends();
      floor.waits(ofSeconds(2));

      assertThat(floor.emotions()).extracting(EmotionEvent::getCallId).contains("ada", "bob");
      assertThat(floor.latestHistories().get("bob").getComplete()).isTrue();
      assertThat(floor.deadLetters()).isNotEmpty().allMatch(letter -> letter.key().equals("ada"));
    }
  }

  @Test
  void aCallThatTurnsAngryIsHeardEscalatedAndRemembered() {
    try (Floor floor = Floor.open()) {
      floor
          .call("ada")
          .starts()
          .callerSpeaks(CALM, ofSeconds(10))
          .callerSpeaks(ANGRY, ofSeconds(15))
          .ends();
      floor.waits(ofSeconds(2));

      List<EmotionEvent> emotions = floor.emotions();
      assertThat(emotions).extracting(EmotionEvent::getTop).startsWith("neutral").endsWith("angry");
      assertThat(emotions.get(0).getVersions().getModel()).isEqualTo("louder-is-angrier 1");

      List<Escalation> steps = floor.escalations();
      assertThat(steps)
          .extracting(Escalation::getStatus)
          .startsWith(EscalationStatus.RAISED)
          .endsWith(EscalationStatus.CLEARED);
      assertThat(steps).extracting(Escalation::getEscalationId).containsOnly(id(steps));
      assertThat(steps.get(0).getEvidence().getLevel()).isGreaterThan(0.5f);
      assertThat(steps.get(0).getRaisedAt()).isAfter(NINE.plusSeconds(10));

      CallHistory history = floor.latestHistories().get("ada");
      assertThat(history.getComplete()).isTrue();
      assertThat(history.getDurationMs()).isEqualTo(25_000);
      assertThat(history.getCustomerId()).isEqualTo("customer-of-ada");
      assertThat(history.getWindowsScored()).isEqualTo(23);
      assertThat(history.getSecondsByEmotion().values().stream().mapToDouble(d -> d).sum())
          .isEqualTo(23);
      assertThat(history.getPeakAnger()).isGreaterThan(0.9f);
      assertThat(history.getEscalations()).hasSize(1);
      assertThat(history.getTimeline().get(0).getStartMs()).isZero();
      assertThat(floor.deadLetters()).isEmpty();
    }
  }

  private static String id(List<Escalation> steps) {
    return steps.get(0).getEscalationId();
  }

  @Test
  void everyWindowOfTheGridGetsExactlyOneEvent() {
    try (Floor floor = Floor.open()) {
      floor.call("ada").starts().callerSpeaks(CALM, ofMillis(20_500)).ends();
      floor.waits(ofSeconds(2));

      List<EmotionEvent> emotions = floor.emotions();
      assertThat(emotions)
          .extracting(EmotionEvent::getWindow)
          .containsExactlyElementsOf(LongStream.range(0, 18).boxed().toList());
      for (EmotionEvent event : emotions) {
        assertThat(event.getStartsAt()).isEqualTo(NINE.plusSeconds(event.getWindow()));
        assertThat(event.getEndsAt()).isEqualTo(event.getStartsAt().plusSeconds(3));
        assertThat(event.getProbabilities().values().stream().mapToDouble(p -> p).sum())
            .isCloseTo(1, within(1e-5));
      }
    }
  }

  @Test
  void windowLengthAndHopCanBeConfigured() {
    try (Floor floor = Floor.open(Map.of("window.length.ms", "2000", "window.hop.ms", "500"))) {
      floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(10)).ends();
      floor.waits(ofSeconds(2));

      List<EmotionEvent> emotions = floor.emotions();
      assertThat(emotions).hasSize(17);
      assertThat(emotions.get(1).getStartsAt()).isEqualTo(NINE.plusMillis(500));
      assertThat(emotions.get(1).getEndsAt()).isEqualTo(NINE.plusMillis(2500));
    }
  }

  @Test
  void everyScoreSaysHowPleasantAndHowStirredTheCallerSounds() {
    try (Floor floor = Floor.open()) {
      floor
          .call("ada")
          .starts()
          .callerSpeaks(CALM, ofSeconds(6))
          .callerSpeaks(ANGRY, ofSeconds(20))
          .ends();
      floor.waits(ofSeconds(2));

      List<EmotionEvent> emotions = floor.emotions();
      assertThat(emotions.get(0).getArousal()).isCloseTo(0, within(0.01f));
      EmotionEvent last = emotions.get(emotions.size() - 1);
      assertThat(last.getValence()).isCloseTo(-0.51f, within(0.01f));
      assertThat(last.getArousal()).isCloseTo(0.59f, within(0.01f));
      float smoothedAnger = last.getSmoothed().getProbabilities().get("angry");
      assertThat(last.getSmoothed().getArousal()).isCloseTo(0.59f * smoothedAnger, within(0.01f));
    }
  }

  @Test
  void aCallerIsHeardAgainstTheCalmBeginningOfTheCall() {
    List<Float> unknowing = angerOfACalmCaller(Floor.open());
    List<Float> knowing = angerOfACalmCaller(Floor.whereCalmIs(-60));

    assertThat(knowing.get(0)).isEqualTo(unknowing.get(0)).isPositive();
    assertThat(knowing.get(12)).isPositive().isLessThan(unknowing.get(12) / 10);
  }

  private static List<Float> angerOfACalmCaller(Floor floor) {
    try (floor) {
      floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(18)).ends();
      floor.waits(ofSeconds(2));
      return floor.emotions().stream().map(event -> event.getProbabilities().get("angry")).toList();
    }
  }

  @Test
  void silenceIsNotScoredAndSaysSo() {
    try (Floor floor = Floor.open()) {
      floor.call("ada").starts().callerSpeaks(SILENT, ofSeconds(5)).ends();
      floor.waits(ofSeconds(2));

      assertThat(floor.emotions())
          .hasSize(3)
          .allSatisfy(
              event -> {
                assertThat(event.getStatus()).isEqualTo(WindowStatus.NOT_SCORED);
                assertThat(event.getReason()).isEqualTo(NotScoredReason.SILENCE);
                assertThat(event.getProbabilities()).isEmpty();
                assertThat(event.getValence()).isNull();
                assertThat(event.getArousal()).isNull();
              });
      assertThat(floor.latestHistories().get("ada").getNotScoredReasons())
          .isEqualTo(Map.of("SILENCE", 3));
    }
  }

  @Test
  void holdIsNotScoredWhetherOrNotMusicIsSent() {
    try (Floor floor = Floor.open()) {
      floor
          .call("ada")
          .starts()
          .callerSpeaks(CALM, ofSeconds(6))
          .isHeld()
          .pauses(ofSeconds(10))
          .isResumed()
          .callerSpeaks(CALM, ofSeconds(6))
          .isHeld()
          .callerSpeaks(ANGRY, ofSeconds(5))
          .isResumed()
          .callerSpeaks(CALM, ofSeconds(4))
          .ends();
      floor.waits(ofSeconds(2));

      List<EmotionEvent> emotions = floor.emotions();
      assertThat(emotions).hasSize(29);
      assertThat(emotions)
          .filteredOn(event -> event.getReason() == NotScoredReason.HOLD)
          .extracting(EmotionEvent::getWindow)
          .containsExactlyElementsOf(
              LongStream.concat(LongStream.range(4, 16), LongStream.range(20, 27))
                  .boxed()
                  .toList());
      assertThat(floor.escalations()).isEmpty();
    }
  }

  @Test
  void aGapIsNotScored() {
    try (Floor floor = Floor.open()) {
      PhoneCall call = floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(5));
      call.over(Network.losingEverything()).callerSpeaks(CALM, ofSeconds(1));
      call.over(Network.perfect()).callerSpeaks(CALM, ofSeconds(5)).ends();
      floor.waits(ofSeconds(2));

      List<EmotionEvent> emotions = floor.emotions();
      assertThat(emotions).hasSize(9);
      assertThat(emotions)
          .filteredOn(event -> event.getReason() == NotScoredReason.GAP)
          .extracting(EmotionEvent::getWindow)
          .containsExactly(3L, 4L, 5L);
      assertThat(emotions.get(4).getQuality().getLostShare()).isCloseTo(1 / 3f, within(1e-6f));
    }
  }

  @Test
  void lostLateAndDoubleAudioIsCounted() {
    try (Floor floor = Floor.open()) {
      PhoneCall call = floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(2));
      call.over(Network.losingEverything()).callerSpeaks(CALM, ofMillis(400));
      call.over(Network.perfect()).callerSpeaks(CALM, ofSeconds(1));
      assertThat(floor.counted("audio-lost-ms")).isEqualTo(400);

      AudioFrame last = call.frame(Channel.CALLER, CALM);
      call.frame(Channel.CALLER, CALM);
      AudioFrame early = call.frame(Channel.CALLER, CALM);
      List.of(last, last, last, early, early).forEach(floor::receive);
      assertThat(floor.counted("frames-late")).isEqualTo(2);
      assertThat(floor.counted("frames-duplicate")).isEqualTo(1);

      call.pauses(ofSeconds(3)).callerSpeaks(CALM, ofSeconds(1)).ends();
      floor.waits(ofSeconds(2));
      assertThat(floor.counted("audio-lost-ms")).isCloseTo(3400, within(40.0));
    }
  }

  @Test
  void framesOutOfOrderOrTwiceChangeNothing() {
    List<EmotionEvent> expected;
    try (Floor floor = Floor.open()) {
      floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(12)).ends();
      floor.waits(ofSeconds(2));
      expected = floor.emotions();
    }
    for (long seed = 0; seed < 20; seed++) {
      try (Floor floor = Floor.open()) {
        floor
            .call("ada")
            .starts()
            .over(Network.reorderingAndDoubling(seed))
            .callerSpeaks(CALM, ofSeconds(12))
            .ends();
        floor.waits(ofSeconds(2));

        assertThat(floor.emotions()).as("seed %d", seed).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"PCMA,8000", "L16,8000", "L16,16000", "L16,44100", "L16,48000"})
  void everyCodecAndRateIsHeard(Codec codec, int sampleRate) {
    try (Floor floor = Floor.open()) {
      floor
          .call("ada")
          .speaking(codec, sampleRate)
          .starts()
          .callerSpeaks(CALM, ofSeconds(5))
          .callerSpeaks(ANGRY, ofSeconds(10))
          .ends();
      floor.waits(ofSeconds(2));

      List<EmotionEvent> emotions = floor.emotions();
      assertThat(emotions).hasSize(13);
      assertThat(emotions).extracting(EmotionEvent::getTop).startsWith("neutral").endsWith("angry");
    }
  }

  @Test
  void agentsAreNotScoredUnlessADeploymentSaysSo() {
    try (Floor floor = Floor.open()) {
      floor.call("ada").starts().agentSpeaks(ANGRY, ofSeconds(10)).ends();
      floor.waits(ofSeconds(2));

      assertThat(floor.emotions()).isEmpty();
      assertThat(floor.latestHistories().get("ada").getComplete()).isTrue();
    }
    try (Floor floor = Floor.open(Map.of("score.agents", "true"))) {
      floor.call("ada").starts().agentSpeaks(ANGRY, ofSeconds(10)).ends();
      floor.waits(ofSeconds(2));

      assertThat(floor.emotions()).hasSize(8).allMatch(e -> e.getChannel() == Channel.AGENT);
      assertThat(floor.escalations()).isEmpty();
    }
  }

  @Test
  void aCallerWhoWasNotToldIsNotScored() {
    try (Floor floor = Floor.open(Map.of("callers.are.informed", "false"))) {
      floor.call("told").starts(CallerInformed.INFORMED).callerSpeaks(CALM, ofSeconds(5)).ends();
      floor
          .call("not-told")
          .starts(CallerInformed.NOT_INFORMED)
          .callerSpeaks(CALM, ofSeconds(5))
          .ends();
      floor.waits(ofSeconds(2));

      List<EmotionEvent> emotions = floor.emotions();
      assertThat(emotions)
          .filteredOn(event -> event.getCallId().equals("told"))
          .hasSize(3)
          .allMatch(event -> event.getStatus() == WindowStatus.SCORED);
      assertThat(emotions)
          .filteredOn(event -> event.getCallId().equals("not-told"))
          .hasSize(3)
          .allMatch(event -> event.getReason() == NotScoredReason.CALLER_NOT_INFORMED);
    }
  }

  @Test
  void windowsWaitForWordThatTheCallerWasToldButNotForEver() {
    Map<String, String> undeclared = Map.of("callers.are.informed", "false");
    try (Floor floor = Floor.open(undeclared)) {
      PhoneCall call = floor.call("ada").callerSpeaks(CALM, ofSeconds(7));
      assertThat(floor.emotions()).isEmpty();
      call.starts(CallerInformed.INFORMED);
      assertThat(floor.emotions())
          .hasSize(5)
          .allMatch(event -> event.getStatus() == WindowStatus.SCORED);
    }
    try (Floor floor = Floor.open(undeclared)) {
      floor.call("ada").callerSpeaks(CALM, ofSeconds(9));
      assertThat(floor.emotions())
          .hasSize(2)
          .allMatch(event -> event.getReason() == NotScoredReason.CALLER_NOT_INFORMED);
    }
  }

  @Test
  void aCallThatFallsSilentIsClosedWithoutFurtherTraffic() {
    try (Floor floor = Floor.open(Map.of("idle.timeout.ms", "10000"))) {
      floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(5)).agentSpeaks(CALM, ofSeconds(1));
      floor.waits(ofSeconds(9));
      assertThat(floor.inferredCallEvents()).isEmpty();
      floor.waits(ofSeconds(2));

      assertThat(floor.inferredCallEvents())
          .singleElement()
          .satisfies(
              end -> {
                assertThat(end.getType()).isEqualTo(CallEventType.ENDED);
                assertThat(end.getInferred()).isTrue();
                assertThat(end.getEffectiveAt()).isEqualTo(NINE.plusSeconds(6));
                assertThat(end.getLastSequences())
                    .containsOnly(entry("CALLER", 249L), entry("AGENT", 49L));
              });
      CallHistory history = floor.latestHistories().get("ada");
      assertThat(history.getComplete()).isTrue();
      assertThat(history.getEndInferred()).isTrue();
      assertThat(history.getDurationMs()).isEqualTo(6000);
    }
  }

  @Test
  void aSilentCallIsClosedWithinASecondAfterItsTimeout() {
    Duration timeout = ofSeconds(10);
    for (int offsetMs = 0; offsetMs < 250; offsetMs += 30) {
      try (Floor floor = Floor.open(Map.of("idle.timeout.ms", "10000"))) {
        PhoneCall call = floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(5));
        floor.standsStill(ofMillis(offsetMs));
        floor.receive(call.frame(Channel.CALLER, CALM));

        Duration silence = floor.waitsUntil(() -> isComplete(floor, "ada"), ofMillis(10));

        assertThat(silence).isBetween(timeout.minusMillis(250), timeout.plusSeconds(1));
        assertThat(floor.inferredCallEvents()).hasSize(1);
      }
    }
  }

  @Test
  void aCallThatFellSilentBeforeItsAudioWasReadIsClosedWithinASecondAfterItsTimeout() {
    try (Floor floor = Floor.open(Map.of("idle.timeout.ms", "10000"))) {
      floor.waits(ofMinutes(60));
      PhoneCall call = floor.call("ada").starts();
      for (int second = 0; second < 100; second++) {
        call.callerSpeaks(CALM, ofSeconds(1));
      }
      assertThat(floor.inferredCallEvents()).isEmpty();

      Duration silence = floor.waitsUntil(() -> isComplete(floor, "ada"), ofMillis(10));

      assertThat(silence).isBetween(ofMillis(9_500), ofSeconds(11));
    }
  }

  @Test
  void aGatewayWhoseClockIsBehindKeepsNoSilentCallOpen() {
    try (Floor floor = Floor.open(Map.of("idle.timeout.ms", "10000"))) {
      floor.waits(ofMinutes(60));
      PhoneCall bea = floor.call("bea").starts().callerSpeaks(CALM, ofSeconds(1));
      floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(1));
      for (int quarter = 0; quarter < 44; quarter++) {
        bea.callerSpeaks(CALM, ofMillis(250));
      }

      Map<String, CallHistory> histories = floor.latestHistories();
      assertThat(histories.get("ada").getComplete()).isTrue();
      assertThat(histories.get("bea").getComplete()).isFalse();
    }
  }

  private static boolean isComplete(Floor floor, String callId) {
    CallHistory history = floor.latestHistories().get(callId);
    return history != null && history.getComplete();
  }

  @Test
  void audioThatGoesOnAfterTheEndDoesNotKeepACallOpen() {
    try (Floor floor = Floor.open()) {
      PhoneCall call =
          floor
              .call("ada")
              .starts()
              .callerSpeaks(CALM, ofSeconds(5))
              .hangsUp()
              .callerSpeaks(CALM, ofMillis(250))
              .agentSpeaks(CALM, ofMillis(250));
      assertThat(isComplete(floor, "ada")).isFalse();
      for (int quarter = 0; quarter < 4; quarter++) {
        call.callerSpeaks(CALM, ofMillis(250));
      }

      assertThat(isComplete(floor, "ada")).isTrue();
    }
  }

  @Test
  void aCallIsNotTakenForSilentWhereTheApplicationItselfStoodStill() {
    try (Floor floor = Floor.open(Map.of("idle.timeout.ms", "10000"))) {
      PhoneCall ada = floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(5));
      floor.standsStill(ofMinutes(1));
      ada.callerSpeaks(CALM, ofSeconds(5));

      assertThat(floor.inferredCallEvents()).isEmpty();
      assertThat(floor.emotions()).hasSize(8);
    }
  }

  @Test
  void aCallIsNotTakenForSilentWhileItsAudioMayWaitInTheTopic() {
    try (Floor floor = Floor.open(Map.of("idle.timeout.ms", "10000"))) {
      PhoneCall ada = floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(5));
      floor.call("bea").starts().callerSpeaks(CALM, ofSeconds(5));
      floor.comesTo(500, 1000);
      floor.waits(ofSeconds(9));
      floor.comesTo(700, 2000);
      floor.waits(ofSeconds(9));
      assertThat(floor.inferredCallEvents()).isEmpty();
      ada.callerSpeaks(CALM, ofSeconds(1));
      floor.comesTo(2000, 2000);
      floor.waits(ofSeconds(1));

      Map<String, CallHistory> histories = floor.latestHistories();
      assertThat(histories.get("ada").getComplete()).as("its audio was waiting").isFalse();
      assertThat(histories.get("bea").getComplete()).as("it had none").isTrue();
    }
  }

  @Test
  void anEndedCallIsNotGivenUpWhileItsLastAudioMayWaitInTheTopic() {
    try (Floor floor = Floor.open()) {
      PhoneCall ada = floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(5));
      floor.comesTo(500, 1000);
      ada.hangsUp();
      floor.waits(ofSeconds(20));
      ada.callerSpeaks(CALM, ofSeconds(1));
      floor.comesTo(1000, 1000);
      floor.waits(ofSeconds(2));

      assertThat(floor.emotions()).hasSize(4);
      assertThat(isComplete(floor, "ada")).isTrue();
    }
  }

  @Test
  void audioThatNobodyCanReadKeepsNoCallOpen() {
    try (Floor floor = Floor.open(Map.of("idle.timeout.ms", "10000"))) {
      floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(5));
      floor.comesTo(500, 501);
      floor.waits(ofSeconds(19));
      assertThat(floor.inferredCallEvents()).isEmpty();
      floor.waits(ofSeconds(2));

      assertThat(floor.inferredCallEvents()).hasSize(1);
    }
  }

  @Test
  void aCallOnHoldIsNotTakenForSilent() {
    try (Floor floor = Floor.open(Map.of("idle.timeout.ms", "10000"))) {
      floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(6)).isHeld();
      floor.waits(ofMinutes(5));

      assertThat(floor.inferredCallEvents()).isEmpty();
    }
  }

  @Test
  void audioAfterTheEndReopensNothing() {
    try (Floor floor = Floor.open()) {
      PhoneCall call = floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(6)).ends();
      floor.waits(ofSeconds(2));
      CallHistory complete = floor.latestHistories().get("ada");
      assertThat(floor.emotions()).hasSize(4);
      call.callerSpeaks(ANGRY, ofSeconds(20)).ends();
      floor.waits(ofMinutes(2));

      assertThat(floor.emotions()).isEmpty();
      assertThat(floor.histories()).isEmpty();
      assertThat(complete.getComplete()).isTrue();
    }
  }

  @Test
  void lastFramesOfWhichTheEndSpokeAreHeardHoweverLateAnOverloadedGatewaySendsThem() {
    try (Floor floor = Floor.open()) {
      List<AudioFrame> onTheirWay = new ArrayList<>();
      PhoneCall call = floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(6));
      call.over(
              frames -> {
                onTheirWay.addAll(frames);
                return List.of();
              })
          .callerSpeaks(CALM, ofSeconds(4))
          .ends();
      floor.waits(ofSeconds(20));
      assertThat(floor.latestHistories().get("ada").getComplete()).isFalse();
      onTheirWay.forEach(floor::receive);
      floor.waits(ofSeconds(1));

      assertThat(floor.emotions()).hasSize(8);
      assertThat(floor.latestHistories().get("ada").getComplete()).isTrue();
    }
  }

  @Test
  void lastFramesThatNeverComeAreGivenUpLikeASilentCall() {
    try (Floor floor = Floor.open()) {
      PhoneCall call = floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(6));
      call.over(Network.losingEverything()).callerSpeaks(CALM, ofMillis(500)).ends();
      floor.waits(ofSeconds(31));

      assertThat(floor.latestHistories().get("ada").getComplete()).isTrue();
    }
  }

  @Test
  void anEndThatSaysNothingOfLastFramesIsGivenASecond() {
    try (Floor floor = Floor.open()) {
      floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(6)).hangsUp();
      assertThat(floor.latestHistories().get("ada").getComplete()).isFalse();
      floor.waits(ofMillis(1250));

      assertThat(floor.latestHistories().get("ada").getComplete()).isTrue();
    }
  }

  @Test
  void endedAndAbandonedCallsLeaveNothingInTheStores() {
    try (Floor floor = Floor.open(Map.of("idle.timeout.ms", "10000", "alert.memory.ms", "60000"))) {
      floor
          .call("ended")
          .starts()
          .over(Network.reorderingAndDoubling(1))
          .callerSpeaks(ANGRY, ofSeconds(12))
          .isHeld()
          .isResumed()
          .ends();
      floor
          .call("abandoned")
          .starts()
          .callerSpeaks(ANGRY, ofSeconds(12))
          .agentSpeaks(CALM, ofSeconds(1));
      assertThat(floor.keysInStores().get("audio-chunks")).isNotEmpty();
      floor.waits(ofSeconds(15));
      assertThat(floor.keysInStores())
          .allSatisfy(
              (store, keys) -> {
                boolean remembers =
                    List.of("call-state", "alerts", "completed-calls", "customers").contains(store);
                assertThat(keys.isEmpty()).as(store).isEqualTo(!remembers);
              });
      floor.waits(ofMinutes(31));
      floor.standsStill(Duration.ofDays(181));

      assertThat(floor.keysInStores()).allSatisfy((store, keys) -> assertThat(keys).isEmpty());
    }
  }

  @Test
  void onlyTheAudioOfOpenWindowsIsKept() {
    try (Floor floor = Floor.open()) {
      PhoneCall call = floor.call("ada").starts();
      for (int second = 0; second < 120; second++) {
        call.callerSpeaks(CALM, ofSeconds(1));
        floor.waits(ofSeconds(1));
      }

      assertThat(floor.keysInStores().get("audio-chunks")).hasSizeLessThanOrEqualTo(41);
    }
  }

  @Test
  void callsSideBySideDoNotTouchOneAnother() {
    List<EmotionEvent> alone;
    try (Floor floor = Floor.open()) {
      floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(8)).ends();
      floor.waits(ofSeconds(2));
      alone = floor.emotions();
    }
    try (Floor floor = Floor.open()) {
      PhoneCall ada = floor.call("ada").starts();
      PhoneCall bob = floor.call("bob").starts();
      for (int second = 0; second < 8; second++) {
        ada.callerSpeaks(CALM, ofSeconds(1));
        bob.callerSpeaks(ANGRY, ofSeconds(1));
      }
      ada.ends();
      bob.ends();
      floor.waits(ofSeconds(2));

      assertThat(floor.emotions())
          .filteredOn(event -> event.getCallId().equals("ada"))
          .isEqualTo(alone);
    }
  }
}

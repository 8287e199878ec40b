package io.temperline.streams;

import static io.temperline.streams.Floor.NINE;
import static io.temperline.streams.Voice.ANGRY;
import static io.temperline.streams.Voice.CALM;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Command;
import io.temperline.schemas.CommandType;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationSummary;
import io.temperline.schemas.RecordJson;
import io.temperline.schemas.Verdict;
import io.temperline.streams.state.CustomerCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When histories are told, and what becomes of them after the call. */
class HistoryLifeTest {

  private final Floor floor =
      Floor.open(Map.of("alert.memory.ms", Long.toString(ofHours(1).toMillis())));
  private int commands;

  @AfterEach
  void close() {
    floor.close();
  }

  @Test
  void aLiveCallIsToldOfOnceASecondAndWhatWaitedIsTold() {
    PhoneCall call = floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(3));
    floor.waits(ofSeconds(2));
    floor.forgetWhatWasTold();

    Duration passed = Duration.ZERO;
    for (int i = 0; i < 20; i++) { // a window in each quarter of a second
      call.callerSpeaks(CALM, ofSeconds(1));
      passed = passed.plusMillis(250);
    }
    List<CallHistory> inFiveSeconds = floor.histories();
    floor.waits(ofSeconds(1));
    List<CallHistory> afterwards = floor.histories();

    assertThat(passed).isEqualTo(ofSeconds(5));
    assertThat(inFiveSeconds).hasSizeBetween(5, 6);
    assertThat(afterwards).hasSize(1);
    assertThat(afterwards.get(0).getWindowsScored()).isEqualTo(21);
  }

  @Test
  void theLastThatIsToldIsTheSameWhateverThePace() {
    JsonNode expected = lastTold(0);

    assertThat(expected.get("complete").asBoolean()).isTrue();
    assertThat(lastTold(400)).isEqualTo(expected);
    assertThat(lastTold(60_000)).isEqualTo(expected);
  }

  private static JsonNode lastTold(long intervalMs) {
    Map<String, String> pace = Map.of("history.interval.ms", Long.toString(intervalMs));
    try (Floor floor = Floor.open(pace)) {
      PhoneCall call = floor.call("ada").starts();
      for (int i = 0; i < 12; i++) {
        call.callerSpeaks(i % 5 < 2 ? CALM : ANGRY, ofMillis(1700));
      }
      call.isHeld().isResumed().callerSpeaks(CALM, ofSeconds(15)).ends();
      List<CallHistory> told = floor.histories();
      return RecordJson.of(told.get(told.size() - 1));
    }
  }

  @Test
  void theFinalRecordIsOutWithinTwoSecondsOfTheEnd() {
    floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(6)).ends();

    Duration waited =
        floor.waitsUntil(() -> isComplete(floor.latestHistories().get("ada")), ofMillis(50));

    assertThat(waited).isLessThanOrEqualTo(ofSeconds(2));
  }

  private static boolean isComplete(CallHistory history) {
    return history != null && history.getComplete();
  }

  @Test
  void lateAudioAndASecondEndChangeNothingAndAreCounted() {
    PhoneCall call = angryCall("ada");
    floor.forgetWhatWasTold();
    double late = floor.counted("frames-late");

    call.callerSpeaks(ANGRY, ofSeconds(5)).isHeld().ends();
    floor.waits(ofSeconds(5));

    assertThat(floor.histories()).isEmpty();
    assertThat(floor.counted("frames-late")).isEqualTo(late + 250);
  }

  @Test
  void aVerdictAfterTheEndReachesTheHistoryAndTheCustomer() {
    angryCall("ada");
    Escalation alert = floor.escalations().get(0);
    CallHistory before = floor.latestHistories().get("ada");

    floor.receive(about(alert, CommandType.JUDGE).setVerdict(Verdict.FALSE_ALARM).build());
    floor.receive(about(alert, CommandType.ACKNOWLEDGE).build());

    List<CallHistory> told = floor.histories();
    assertThat(told).hasSize(2);
    EscalationSummary judged = told.get(1).getEscalations().get(0);
    assertThat(judged.getVerdict()).isEqualTo(Verdict.FALSE_ALARM);
    assertThat(judged.getJudgedBy()).isEqualTo("olga");
    assertThat(judged.getAcknowledgedBy()).isEqualTo("olga");
    assertThat(judged.getFiredMs()).isPositive();
    told.get(1).setEscalations(before.getEscalations());
    assertThat(RecordJson.of(told.get(1)))
        .as("all else is as it was")
        .isEqualTo(RecordJson.of(before));
    assertThat(floor.customer("customer-of-ada").getCalls())
        .extracting(CustomerCall::getFalseAlarms)
        .containsExactly(1);
  }

  @Test
  void whatCanNoLongerBeJudgedIsForgotten() {
    angryCall("ada");
    floor.waits(ofSeconds(2));
    assertThat(floor.keysInStores().get("completed-calls")).containsExactly("ada");

    floor.standsStill(ofHours(2));

    assertThat(floor.keysInStores().get("completed-calls")).isEmpty();
  }

  @Test
  void aCompletedCallIsErased() {
    angryCall("ada");
    Escalation alert = floor.escalations().get(0);
    floor.forgetWhatWasTold();

    floor.receive(erase("ada").build());
    floor.receive(about(alert, CommandType.JUDGE).setVerdict(Verdict.RIGHT).build());
    floor.waits(ofSeconds(5));

    assertThat(floor.callsToldOf()).containsExactly("ada");
    assertThat(floor.latestHistories()).isEmpty();
    assertThat(floor.keysInStores().get("completed-calls")).isEmpty();
    assertThat(floor.customer("customer-of-ada")).isNull();
  }

  @Test
  void ofACallThatIsErasedWhileItLivesNothingMoreIsTold() {
    PhoneCall call = floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(6));
    floor.waits(ofSeconds(2));
    floor.forgetWhatWasTold();

    floor.receive(erase("ada").build());
    assertThat(floor.histories()).containsExactly((CallHistory) null);
    call.callerSpeaks(ANGRY, ofSeconds(15)).starts().isHeld().isResumed();
    assertThat(floor.escalations()).isNotEmpty();
    call.ends();
    floor.waits(ofSeconds(5));

    assertThat(floor.histories()).isEmpty();
    assertThat(floor.customer("customer-of-ada")).isNull();
    assertThat(floor.keysInStores().get("call-history")).isEmpty();
    assertThat(floor.keysInStores().get("completed-calls")).isEmpty();
  }

  @Test
  void aCallThatNobodyRemembersIsErasedAllTheSame() {
    floor.receive(erase("long-ago").build());

    assertThat(floor.callsToldOf()).containsExactly("long-ago");
    assertThat(floor.deadLetters()).isEmpty();
  }

  @Test
  void anErasureThatNamesTheCustomerFindsTheCallThere() {
    floor.call("ada").starts().callerSpeaks(CALM, ofSeconds(6)).ends();
    floor.waits(ofSeconds(2));
    assertThat(floor.keysInStores().get("completed-calls")).isEmpty();
    assertThat(floor.customer("customer-of-ada").getCalls()).hasSize(1);

    floor.receive(erase("ada").setCustomerId("customer-of-ada").build());

    assertThat(floor.customer("customer-of-ada")).isNull();
  }

  private PhoneCall angryCall(String callId) {
    PhoneCall call =
        floor
            .call(callId)
            .starts()
            .callerSpeaks(CALM, ofSeconds(5))
            .callerSpeaks(ANGRY, ofSeconds(12))
            .ends();
    floor.waits(ofSeconds(2));
    return call;
  }

  private Command.Builder about(Escalation alert, CommandType type) {
    return command(type).setCallId(alert.getCallId()).setEscalationId(alert.getEscalationId());
  }

  private Command.Builder erase(String callId) {
    return command(CommandType.ERASE_CALL).setCallId(callId);
  }

  private Command.Builder command(CommandType type) {
    return Command.newBuilder()
        .setCommandId("command-" + commands++)
        .setType(type)
        .setAt(NINE.plusSeconds(30))
        .setBy("olga");
  }
}

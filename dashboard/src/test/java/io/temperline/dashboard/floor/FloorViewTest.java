package io.temperline.dashboard.floor;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.dashboard.CallScript;
import io.temperline.schemas.CallHistory;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.schemas.NotScoredReason;
import io.temperline.schemas.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FloorViewTest {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration SILENT = Duration.ofMinutes(30);

  private final FloorView floor = floorAt(NOON, new FloorLimits(2, 5, SILENT));
  private final CallScript call = new CallScript("c-1", NOON);

  @Test
  void aCallAppearsWithWhatTheGatewaySaysOfIt() {
    floor.on(call.started("Ada", "agent-7", "Billing"), NOON);

    CallSummary row = onlyRow();
    assertThat(row.live()).isTrue();
    assertThat(row.customer()).isEqualTo("Ada");
    assertThat(row.agent()).isEqualTo("agent-7");
    assertThat(row.queue()).isEqualTo("Billing");
    assertThat(row.startedAt()).isEqualTo(NOON.toEpochMilli());
    assertThat(row.emotion()).isNull();
  }

  @Test
  void aWindowOfTheCallerSetsEmotionAngerAndDuration() {
    floor.on(call.started("Ada", null, null), NOON);
    floor.on(call.heard(0, 0.8f), NOON);

    assertThat(onlyRow().emotion()).isEqualTo("angry");
    assertThat(onlyRow().anger()).isEqualTo(0.8f);
    assertThat(onlyRow().durationMs()).isEqualTo(3000);
    assertThat(onlyRow().recent()).containsExactly(new AngerPoint(call.at(3).toEpochMilli(), 0.8f));
  }

  @Test
  void anErasedCallThatIsOverIsShownNoLonger() {
    floor.on(call.started("Ada", "agent-7", "Billing"), NOON);
    floor.on(call.complete(60, 0.8f), NOON);
    long known = floor.snapshot().revision();

    floor.erase("c-1", NOON);
    floor.on(call.heard(50, 0.8f), NOON);

    assertThat(floor.snapshot().calls()).isEmpty();
    assertThat(floor.changesSince(known).removed()).containsExactly("c-1");
  }

  @Test
  void anErasedCallThatGoesOnIsShownByItsIdAlone() {
    floor.on(call.started("Ada", "agent-7", "Billing"), NOON);
    floor.on(call.heard(0, 0.8f), NOON);

    floor.erase("c-1", call.at(10));

    assertThat(onlyRow().customer()).isNull();
    assertThat(onlyRow().queue()).isNull();
    assertThat(onlyRow().anger()).isEqualTo(0.8f);
    floor.on(call.ended(20), NOON);
    assertThat(floor.snapshot().calls()).isEmpty();
  }

  @Test
  void whoWasErasedStaysSoWhereTheTopicsAreReadAgain() {
    floor.erase("c-1", call.at(10));
    floor.on(call.started("Ada", "agent-7", "Billing"), NOON);

    assertThat(onlyRow().customer()).isNull();
  }

  @Test
  void windowsOfTheAgentAreNotShown() {
    floor.on(call.heardOfAgent(0, 0.9f), NOON);

    assertThat(floor.snapshot().calls()).isEmpty();
  }

  @Test
  void aWindowThatIsReadTwiceCountsOnce() {
    floor.on(call.heard(0, 0.8f), NOON);
    floor.on(call.heard(0, 0.8f), NOON);

    assertThat(detail().windows()).hasSize(1);
  }

  @Test
  void whatIsNotScoredLeavesAGapAndTheLastEmotion() {
    floor.on(call.heard(0, 0.8f), NOON);
    floor.on(call.notScored(1, NotScoredReason.SILENCE), NOON);

    assertThat(onlyRow().emotion()).isEqualTo("angry");
    assertThat(onlyRow().notScored()).isEqualTo("SILENCE");
    assertThat(onlyRow().recent()).extracting(AngerPoint::anger).containsExactly(0.8f, null);
  }

  @Test
  void probabilitiesStandInTheOrderOfTheLabels() {
    floor.on(call.heard(0, 0.75f), NOON);

    assertThat(detail().labels()).containsExactly("angry", "calm");
    assertThat(detail().windows().get(0).probabilities()).containsExactly(0.75f, 0.25f);
  }

  @Test
  void aHeldCallIsOnHoldUntilItIsResumed() {
    floor.on(call.held(10), NOON);
    assertThat(onlyRow().heldSince()).isEqualTo(call.at(10).toEpochMilli());

    floor.on(call.resumed(15), NOON);
    assertThat(onlyRow().heldSince()).isNull();
    assertThat(detail().holds())
        .containsExactly(
            new CallDetail.Hold(call.at(10).toEpochMilli(), call.at(15).toEpochMilli()));
  }

  @Test
  void anOpenAlertComesBeforeGreaterAnger() {
    CallScript angrier = new CallScript("c-2", NOON);
    CallScript calm = new CallScript("c-3", NOON);
    floor.on(calm.heard(0, 0.1f), NOON);
    floor.on(angrier.heard(0, 0.95f), NOON);
    floor.on(call.heard(0, 0.5f), NOON);
    floor.on(call.raised(3, 0.7f), NOON);

    assertThat(floor.snapshot().calls())
        .extracting(CallSummary::id)
        .containsExactly("c-1", "c-2", "c-3");
  }

  @Test
  void anAlertFollowsItsStepsAndIsClosedWhenCleared() {
    floor.on(call.raised(10, 0.7f), NOON);
    floor.on(call.updated(10, 14, 0.82f), NOON);
    assertThat(onlyAlert().open()).isTrue();
    assertThat(onlyAlert().evidence().watched()).isEqualTo("anger");
    assertThat(onlyAlert().evidence().level()).isEqualTo(0.82f);
    assertThat(onlyAlert().evidence().seconds()).isEqualTo(12);
    assertThat(onlyAlert().evidence().figures()).containsEntry("agent_interrupts", 3.0);

    floor.on(call.cleared(10, 20, 0.9f), NOON);
    assertThat(onlyAlert().open()).isFalse();
    assertThat(onlyAlert().clearedAt()).isEqualTo(call.at(20).toEpochMilli());
    assertThat(onlyAlert().evidence().peak()).isEqualTo(0.9f);
  }

  @Test
  void whatPeopleDoWithAClearedAlertLeavesItCleared() {
    Escalation cleared = call.cleared(10, 20, 0.9f);
    floor.on(cleared, NOON);
    floor.on(
        Escalation.newBuilder(cleared)
            .setStatus(EscalationStatus.JUDGED)
            .setAt(call.at(60))
            .build(),
        NOON);

    assertThat(onlyAlert().open()).isFalse();
    assertThat(onlyAlert().clearedAt()).isEqualTo(call.at(20).toEpochMilli());
  }

  @Test
  void anAlertWhoseRuleWatchesNoFigureSaysWhatItsAuthorWrote() {
    Escalation raised = call.raised(10, 0.7f);
    raised.getEvidence().setEmotion("");
    raised.setAnnotations(Map.of("summary", "Silent for 9s"));
    floor.on(raised, NOON);

    assertThat(onlyAlert().evidence().watched()).isNull();
    assertThat(onlyAlert().evidence().summary()).isEqualTo("Silent for 9s");
  }

  @Test
  void anAlertTellsWhatPeopleDidWithIt() {
    Escalation raised = call.raised(10, 0.7f);
    Escalation acknowledged = call.acknowledged(raised, 12, "olga");
    Escalation snoozed = call.snoozed(acknowledged, 13, "olga", call.at(300));
    floor.on(raised, NOON);
    floor.on(acknowledged, NOON);
    floor.on(snoozed, NOON);
    floor.on(call.noted(snoozed, 14, "bea", "only loud"), NOON);
    floor.on(call.judged(snoozed, 15, "bea", Verdict.FALSE_ALARM), NOON);

    Alert.Handling handling = onlyAlert().handling();
    assertThat(onlyAlert().open()).isTrue();
    assertThat(handling.acknowledgedBy()).isEqualTo("olga");
    assertThat(handling.acknowledgedAt()).isEqualTo(call.at(12).toEpochMilli());
    assertThat(handling.snoozedUntil()).isEqualTo(call.at(300).toEpochMilli());
    assertThat(handling.verdict()).isEqualTo("FALSE_ALARM");
    assertThat(handling.note()).isEqualTo("only loud");
    assertThat(handling.notedBy()).isEqualTo("bea");
    assertThat(handling.command()).isEqualTo("JUDGED-15");
  }

  @Test
  void aRulesStepIsNotHeldBackByPeopleWhoseClockIsAhead() {
    Escalation raised = call.raised(10, 0.7f);
    floor.on(raised, NOON);
    floor.on(call.acknowledged(raised, 100, "olga"), NOON);
    floor.on(call.cleared(10, 20, 0.9f), NOON);

    assertThat(onlyAlert().open()).isFalse();
    assertThat(onlyRow().durationMs()).isEqualTo(10_000);
  }

  @Test
  void whatNobodyHasTakenComesFirstAndWhatSleepsComesLast() {
    CallScript taken = new CallScript("taken", NOON);
    CallScript asleep = new CallScript("asleep", NOON);
    Escalation worst = taken.raised(5, 0.9f);
    Escalation other = asleep.raised(5, 0.9f);
    floor.on(call.raised(10, 0.7f), NOON);
    floor.on(worst, NOON);
    floor.on(other, NOON);
    floor.on(taken.acknowledged(worst, 6, "olga"), NOON);
    floor.on(asleep.snoozed(other, 6, "olga", asleep.at(300)), NOON);

    assertThat(floor.alerts()).extracting(Alert::callId).containsExactly("c-1", "taken", "asleep");
  }

  @Test
  void theTrendIsAngerAgainstTheHalfMinuteBefore() {
    FloorView roomy = floorAt(NOON, FloorLimits.defaults());
    for (long k = 0; k < 30; k++) {
      roomy.on(call.heard(k, 0.2f), NOON);
    }
    assertThat(roomy.snapshot().calls().get(0).angerTrend()).isNull();

    roomy.on(call.heard(30, 0.5f), NOON);

    assertThat(roomy.snapshot().calls().get(0).angerTrend()).isEqualTo(0.3f);
    assertThat(roomy.snapshot().calls().get(0).confidence()).isEqualTo(0.5f);
  }

  @Test
  void aRowTellsHowMuchTheCallerTalksAndWasHeld() {
    floor.on(CallScript.withTalk(call.heard(0, 0.2f), 2000, 1000), NOON);
    floor.on(CallScript.withTalk(call.heard(1, 0.2f), 2500, 1750), NOON);
    floor.on(call.held(10), NOON);
    floor.on(call.resumed(15), NOON);
    floor.on(call.held(20), NOON);

    assertThat(onlyRow().talkShare()).isEqualTo(0.588f);
    assertThat(onlyRow().holds()).isEqualTo(2);
    assertThat(onlyRow().heldMs()).isEqualTo(5000);
    assertThat(detail().windows().get(1).callerTalk()).isEqualTo(0.5f);
    assertThat(detail().windows().get(1).agentTalk()).isEqualTo(0.75f);
    assertThat(detail().conversation().agent().talkShare()).isEqualTo(0.412f);
  }

  @Test
  void windowsThatAreReadAfterTheHistoryTellWhoTalksAllTheSame() {
    CallHistory history = call.complete(60, 0.4f);
    history.setConversation(
        CallScript.withTalk(call.heard(50, 0.2f), 9000, 8000).getConversation());
    floor.on(history, NOON);
    floor.on(CallScript.withTalk(call.heard(0, 0.2f), 2000, 1000), NOON);
    floor.on(CallScript.withTalk(call.heard(1, 0.2f), 2500, 1750), NOON);

    assertThat(detail().windows().get(1).callerTalk()).isEqualTo(0.5f);
  }

  @Test
  void anEarlierStepThatIsReadAgainChangesNothing() {
    floor.on(call.cleared(10, 20, 0.9f), NOON);
    floor.on(call.raised(10, 0.7f), NOON);

    assertThat(onlyAlert().open()).isFalse();
  }

  @Test
  void theAlertsOfAnEndedCallAreNoLongerOpen() {
    floor.on(call.raised(10, 0.9f), NOON);
    floor.on(call.ended(30), NOON);

    assertThat(onlyAlert().open()).isFalse();
    assertThat(onlyAlert().clearedAt()).isNull();
  }

  @Test
  void alertsThatOnlyTheHistoryKnowsAreShownToo() {
    Escalation cleared = call.cleared(10, 20, 0.9f);
    CallHistory history = call.complete(60, 0.9f);
    history.setEscalations(List.of(call.summaryOf(cleared)));
    floor.on(history, NOON);

    assertThat(onlyAlert().id()).isEqualTo(cleared.getEscalationId());
    assertThat(onlyAlert().evidence().peak()).isEqualTo(0.9f);
    assertThat(onlyAlert().evidence().seconds()).isNull();
  }

  @Test
  void aCompleteHistoryEndsTheCallAndGivesItsFigures() {
    floor.on(call.complete(60, 0.9f), NOON);

    assertThat(onlyRow().live()).isFalse();
    assertThat(onlyRow().durationMs()).isEqualTo(60_000);
    assertThat(onlyRow().peakAnger()).isEqualTo(0.9f);
    assertThat(detail().figures().secondsByEmotion()).containsEntry("calm", 30.0);
    assertThat(detail().stretches())
        .extracting(CallDetail.Stretch::emotion)
        .containsExactly("calm", "angry");
  }

  @Test
  void lateRecordsDoNotReopenACall() {
    floor.on(call.ended(30), NOON);
    floor.on(call.heard(20, 0.4f), NOON);
    floor.on(call.soFar(29), NOON);

    assertThat(onlyRow().live()).isFalse();
    assertThat(onlyRow().durationMs()).isEqualTo(30_000);
  }

  @Test
  void changesAreOnlyWhatCameAfterTheKnownRevision() {
    CallScript other = new CallScript("c-2", NOON);
    floor.on(other.heard(0, 0.1f), NOON);
    floor.on(call.heard(0, 0.2f), NOON);
    long known = floor.snapshot().revision();

    floor.on(call.heard(1, 0.3f), NOON);

    FloorChanges changes = floor.changesSince(known);
    assertThat(changes.snapshot()).isFalse();
    assertThat(changes.calls()).extracting(CallSummary::id).containsExactly("c-1");
    assertThat(changes.calls().get(0).recent()).extracting(AngerPoint::anger).containsExactly(0.3f);
    assertThat(floor.changesSince(changes.revision()).tellsSomething()).isFalse();
  }

  @Test
  void aRevisionThatIsNotKnownIsAnsweredWithEverything() {
    floor.on(call.heard(0, 0.2f), NOON);

    assertThat(floor.changesSince(1_000).snapshot()).isTrue();
  }

  @Test
  void onlySoManyEndedCallsAreKeptAndReadersAreTold() {
    LongStream.range(0, 3)
        .mapToObj(n -> new CallScript("ended-" + n, NOON.plusSeconds(60 * n)))
        .forEach(ended -> floor.on(ended.ended(10), NOON));
    long known = floor.snapshot().revision();

    floor.tidy();

    assertThat(floor.snapshot().calls())
        .extracting(CallSummary::id)
        .containsExactly("ended-2", "ended-1");
    assertThat(floor.changesSince(known).removed()).containsExactly("ended-0");
  }

  @Test
  void aDroppedCallDoesNotComeBackByALateRecord() {
    for (int n = 0; n < 3; n++) {
      floor.on(new CallScript("ended-" + n, NOON.plusSeconds(60 * n)).ended(10), NOON);
    }
    floor.tidy();

    floor.on(new CallScript("ended-0", NOON).heard(0, 0.4f), NOON);

    assertThat(floor.call("ended-0")).isEmpty();
  }

  @Test
  void aLiveCallOfWhichNothingIsHeardGoesAndComesBack() {
    floor.on(call.heard(0, 0.2f), NOON.minus(SILENT).minusSeconds(1));
    floor.tidy();
    assertThat(floor.snapshot().calls()).isEmpty();

    floor.on(call.heard(2000, 0.2f), NOON);
    floor.tidy();
    assertThat(onlyRow().live()).isTrue();
  }

  @Test
  void onlySoManyWindowsOfACallAreKept() {
    for (long k = 0; k < 8; k++) {
      floor.on(call.heard(k, 0.2f), NOON);
    }

    assertThat(detail().windows())
        .extracting(CallDetail.Window::at)
        .containsExactly(
            LongStream.range(3, 8)
                .mapToObj(k -> call.at(k + 3).toEpochMilli())
                .toArray(Long[]::new));
  }

  @Test
  void theSparklineIsTheLastTwoMinutes() {
    FloorView roomy = floorAt(NOON, FloorLimits.defaults());
    for (long k = 0; k < 200; k++) {
      roomy.on(call.heard(k, 0.2f), NOON);
    }

    assertThat(roomy.snapshot().calls().get(0).recent()).hasSize(120);
    assertThat(roomy.call("c-1").orElseThrow().windows()).hasSize(200);
  }

  private CallSummary onlyRow() {
    assertThat(floor.snapshot().calls()).hasSize(1);
    return floor.snapshot().calls().get(0);
  }

  private Alert onlyAlert() {
    assertThat(floor.alerts()).hasSize(1);
    return floor.alerts().get(0);
  }

  private CallDetail detail() {
    return floor.call("c-1").orElseThrow();
  }

  private static FloorView floorAt(Instant now, FloorLimits limits) {
    return new FloorView(limits, Clock.fixed(now, ZoneOffset.UTC));
  }
}

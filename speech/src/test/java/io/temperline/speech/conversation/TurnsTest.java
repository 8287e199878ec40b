package io.temperline.speech.conversation;

import static io.temperline.speech.conversation.Side.AGENT;
import static io.temperline.speech.conversation.Side.CALLER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnsTest {

  @Test
  void aTurnLastsUntilTheOtherTakesTheFloor() {
    ConversationFigures figures =
        PhoneTalk.of(20_000)
            .agent(500, 2_000)
            .agent(2_500, 4_000)
            .caller(4_300, 7_300)
            .agent(8_000, 9_000)
            .figures();

    assertThat(figures.agent().turns()).isEqualTo(2);
    assertThat(figures.caller().turns()).isEqualTo(1);
    // 3 turns in 20 s.
    assertThat(figures.turnsPerMinute()).hasValue(9);
  }

  @Test
  void aResponseIsWaitedForFromTheEndOfTheOthersSpeech() {
    ConversationFigures figures =
        PhoneTalk.of(30_000)
            .caller(0, 1_000)
            .agent(1_300, 2_000)
            .caller(2_200, 3_000)
            .agent(4_000, 5_000)
            .caller(9_000, 10_000)
            .agent(12_500, 13_000)
            .figures();

    ResponseFigures agent = figures.agent().responses();
    assertThat(agent.count()).isEqualTo(3);
    // 300, 1000 and 2500 ms.
    assertThat(agent.meanMs()).hasValue(1_266);
    assertThat(agent.medianMs()).hasValue(1_100);
    assertThat(agent.p90Ms()).hasValue(2_500);
    assertThat(agent.longestMs()).hasValue(2_500);
    // 200 and 4000 ms.
    assertThat(figures.caller().responses().count()).isEqualTo(2);
    assertThat(figures.caller().responses().meanMs()).hasValue(2_100);
    assertThat(figures.caller().responses().medianMs()).hasValue(300);
    assertThat(figures.caller().responses().longestMs()).hasValue(4_000);
  }

  @Test
  void anAnswerThatBeginsEarlyIsNotWaitedFor() {
    ConversationFigures figures =
        PhoneTalk.of(5_000).caller(0, 2_000).agent(1_850, 3_000).figures();

    assertThat(figures.agent().responses().longestMs()).hasValue(0);
    assertThat(figures.agent().interruptions()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    // The agent cuts in at 3000; the caller stops then; the agent goes on until; interruptions.
    "4000, 5000, 1", // one second into the other's speech
    "3200, 4000, 1", // 200 ms, the least overlap, and 1 s, the least utterance
    "3190, 5000, 0", // an early answer
    "6000, 7000, 1", // gives way after 3 s
    "6010, 7000, 0", // holds out for longer
    "3500, 3990, 0", // a second is not reached
    "5000, 4500, 0", // the agent gives up
  })
  void whoTakesTheOthersTurnAwayInterrupts(int callerUntil, int agentUntil, int interruptions) {
    ConversationFigures figures =
        PhoneTalk.of(10_000).caller(1_000, callerUntil).agent(3_000, agentUntil).figures();

    assertThat(figures.agent().interruptions()).isEqualTo(interruptions);
    assertThat(figures.caller().interruptions()).isZero();
  }

  @Test
  void interruptionsAreCountedByWhoBeganThem() {
    ConversationFigures figures =
        PhoneTalk.of(20_000)
            .agent(0, 3_000)
            .caller(2_000, 6_000)
            .agent(5_000, 9_000)
            .caller(8_000, 12_000)
            .figures();

    assertThat(figures.caller().interruptions()).isEqualTo(2);
    assertThat(figures.agent().interruptions()).isEqualTo(1);
  }

  @Test
  void twoWhoBeginAtAboutTheSameTimeDoNotInterrupt() {
    ConversationFigures figures =
        PhoneTalk.of(5_000).caller(1_000, 2_000).agent(1_190, 4_000).figures();

    assertThat(figures.agent().interruptions()).isZero();
  }

  @Test
  void aBackChannelIsNeitherATurnNorAnInterruption() {
    ConversationFigures figures =
        PhoneTalk.of(12_000).caller(0, 10_000).agent(3_000, 3_400).agent(6_000, 6_900).figures();

    assertThat(figures.agent().turns()).isZero();
    assertThat(figures.agent().interruptions()).isZero();
    assertThat(figures.caller().turns()).isEqualTo(1);
    assertThat(figures.caller().longestMonologueMs()).isEqualTo(10_000);
  }

  @ParameterizedTest
  @CsvSource({"3090, 0", "3100, 1"})
  void theFloorIsTakenByATenthOfASecondAlone(int agentUntil, int turns) {
    ConversationFigures figures =
        PhoneTalk.of(5_000).caller(0, 3_000).agent(2_500, agentUntil).figures();

    assertThat(figures.agent().turns()).isEqualTo(turns);
  }

  @Test
  void aMonologueGoesOnOverPausesThatAreNotLong() {
    ConversationFigures figures =
        PhoneTalk.of(30_000)
            .agent(0, 1_000)
            .caller(2_000, 6_000)
            .caller(7_990, 9_000)
            .caller(11_000, 12_000)
            .figures();

    // From 2 to 9 s; a pause of 2 s ends it.
    assertThat(figures.caller().longestMonologueMs()).isEqualTo(7_000);
    assertThat(figures.caller().currentMonologueMs()).isEqualTo(1_000);
    assertThat(figures.agent().currentMonologueMs()).isZero();
    assertThat(figures.agent().longestMonologueMs()).isEqualTo(1_000);
  }

  @Test
  void afterAHoldNobodyIsAnswered() {
    ConversationFigures figures =
        PhoneTalk.of(10_000).caller(0, 2_000).hold(3_000, 6_000).agent(6_500, 8_000).figures();

    assertThat(figures.agent().turns()).isEqualTo(1);
    assertThat(figures.agent().responses()).isEqualTo(ResponseFigures.NONE);
  }

  @Test
  void afterLostAudioNobodyIsAnswered() {
    PhoneTalk lost = PhoneTalk.of(5_000).caller(0, 2_000).agent(2_500, 4_000);

    assertThat(lost.lost(AGENT, 2_100, 2_290).figures().agent().responses().count()).isEqualTo(1);
    assertThat(lost.lost(AGENT, 2_100, 2_300).figures().agent().responses().count()).isZero();
  }

  @Test
  void whoIsHeardWithoutTheOtherTakesNoTurn() {
    ConversationFigures figures =
        PhoneTalk.of(5_000).caller(0, 4_000).lost(AGENT, 0, 5_000).figures();

    assertThat(figures.caller().turns()).isZero();
    assertThat(figures.turnsPerMinute()).isEmpty();
  }

  @Test
  void aLostPacketDoesNotBreakAnUtterance() {
    ConversationFigures figures =
        PhoneTalk.of(10_000)
            .agent(0, 6_000)
            .lost(AGENT, 3_000, 3_020)
            .caller(5_000, 8_000)
            .lost(CALLER, 5_500, 5_520)
            .figures();

    assertThat(figures.caller().interruptions()).isEqualTo(1);
    assertThat(figures.agent().longestMonologueMs()).isEqualTo(6_000);
  }
}

package io.temperline.speech.conversation;

import static io.temperline.speech.conversation.Side.AGENT;
import static io.temperline.speech.conversation.Side.CALLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.speech.window.BlockCutter;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SharesTest {

  @Test
  void talkSilenceAndOverlapDivideTheCall() {
    ConversationFigures figures =
        PhoneTalk.of(10_000).caller(1_000, 3_000).agent(2_500, 5_500).agent(7_000, 8_000).figures();

    assertThat(figures.caller().speechMs()).isEqualTo(2_000);
    assertThat(figures.agent().speechMs()).isEqualTo(4_000);
    assertThat(figures.caller().talkShare()).hasValue(1 / 3.0);
    assertThat(figures.agent().talkShare()).hasValue(2 / 3.0);
    assertThat(figures.overlap().share()).hasValue(0.05);
    // 1 s before, 1.5 s between and 2 s after.
    assertThat(figures.silence())
        .isEqualTo(
            new SilenceFigures(OptionalDouble.of(0.45), 2_000, OptionalLong.of(8_000), 2_000));
    assertThat(figures.fromMs()).isZero();
    assertThat(figures.untilMs()).isEqualTo(10_000);
    assertThat(figures.knownMs()).isEqualTo(10_000);
  }

  @Test
  void silenceIsKnownTwoTenthsOfASecondLate() {
    PhoneTalk call = PhoneTalk.of(10_000).caller(0, 2_000);
    Conversation conversation = call.begin();

    call.play(conversation, 0, 2_190);
    assertThat(conversation.figures().untilMs()).isEqualTo(2_000);
    call.play(conversation, 2_190, 2_200);
    assertThat(conversation.figures().untilMs()).isEqualTo(2_200);
    assertThat(conversation.figures().silence().sinceMs()).hasValue(2_000);
    assertThat(conversation.figures().silence().currentMs()).isEqualTo(200);
  }

  @Test
  void recentOverlapIsThatOfTheLastTenWholeSeconds() {
    ConversationFigures figures =
        PhoneTalk.of(25_500)
            .caller(1_000, 20_000)
            .agent(1_000, 9_000)
            .agent(14_000, 17_000)
            .figures();

    // Of 15 to 25 s: 15 to 17 s. Of 0 to 25.5 s: 11 s.
    assertThat(figures.overlap().recentShare()).hasValue(0.2);
    assertThat(figures.overlap().share()).hasValue(11 / 25.5);
  }

  @Test
  void lostAudioIsNeitherSpeechNorSilence() {
    ConversationFigures figures =
        PhoneTalk.of(10_000)
            .caller(0, 4_000)
            .lost(CALLER, 1_000, 2_000)
            .agent(5_000, 6_000)
            .lost(AGENT, 7_000, 8_000)
            .figures();

    assertThat(figures.knownMs()).isEqualTo(8_000);
    assertThat(figures.caller().speechMs()).isEqualTo(3_000);
    assertThat(figures.caller().talkShare()).hasValue(0.75);
    // 4 to 5, 6 to 7 and 8 to 10 s.
    assertThat(figures.silence().share()).hasValue(0.5);
    assertThat(figures.silence().longestMs()).isEqualTo(2_000);
    assertThat(figures.silence().sinceMs()).hasValue(8_000);
  }

  @Test
  void aFrameOfWhichAPartIsLostIsLost() {
    ConversationFigures figures =
        PhoneTalk.of(5_000).caller(0, 2_000).lost(CALLER, 1_005, 1_006).figures();

    assertThat(figures.caller().speechMs()).isEqualTo(1_990);
    assertThat(figures.knownMs()).isEqualTo(4_990);
  }

  @Test
  void aFrameOfWhichAPartIsOnHoldIsOnHold() {
    assertThat(PhoneTalk.of(5_000).hold(2_005, 3_005).figures().hold().totalMs()).isEqualTo(1_010);
  }

  @Test
  void aLostPacketNeitherEndsNorLengthensASilence() {
    ConversationFigures figures =
        PhoneTalk.of(5_000).caller(0, 1_000).lost(AGENT, 2_000, 2_190).figures();

    assertThat(figures.silence().sinceMs()).hasValue(1_000);
    assertThat(figures.silence().currentMs()).isEqualTo(3_810);
  }

  @Test
  void timeOnHoldIsNothingElse() {
    ConversationFigures figures =
        PhoneTalk.of(20_000)
            .caller(0, 1_000)
            .hold(2_000, 5_000)
            .agent(2_500, 3_500)
            .hold(15_000, 25_000)
            .figures();

    assertThat(figures.hold()).isEqualTo(new HoldFigures(2, 8_000, 5_000));
    assertThat(figures.knownMs()).isEqualTo(12_000);
    assertThat(figures.agent().speechMs()).isZero();
    assertThat(figures.silence().longestMs()).isEqualTo(10_000);
    assertThat(figures.silence().share()).hasValue(11 / 12.0);
    assertThat(figures.silence().sinceMs()).isEmpty();
  }

  @Test
  void aHoldGoesOnWithoutAudio() {
    PhoneTalk call = PhoneTalk.of(10_000).caller(0, 1_000);
    Conversation conversation = call.begin();
    call.play(conversation, 0, 2_000);
    conversation.held(2_000);
    conversation.advanceTo(3_600_000);
    assertThat(conversation.figures().hold()).isEqualTo(new HoldFigures(1, 3_598_000, 3_598_000));

    conversation.resumed(3_600_000);
    conversation.advanceTo(3_601_000);
    assertThat(conversation.figures().hold()).isEqualTo(new HoldFigures(1, 3_598_000, 0));
    assertThat(conversation.figures().knownMs()).isEqualTo(2_000);
  }

  @Test
  void ofACallWithOneSideOnlyThatSideIsKnown() {
    PhoneTalk call = PhoneTalk.of(10_000).caller(1_000, 4_000);
    Conversation conversation = call.begin();
    BlockCutter caller = call.cutter(conversation, CALLER, 0);
    call.append(caller, CALLER, 0, 80_000);
    conversation.end();

    ConversationFigures figures = conversation.figures();
    assertThat(figures.untilMs()).isEqualTo(10_000);
    assertThat(figures.caller().speechMs()).isEqualTo(3_000);
    assertThat(figures.knownMs()).isZero();
    assertThat(figures.caller().talkShare()).isEmpty();
    assertThat(figures.silence().share()).isEmpty();
    assertThat(figures.overlap())
        .isEqualTo(new OverlapFigures(OptionalDouble.empty(), OptionalDouble.empty()));
  }

  @Test
  void aSideIsWaitedForForTwoSeconds() {
    PhoneTalk call = PhoneTalk.of(10_000).caller(0, 4_000).agent(0, 4_000);
    Conversation conversation = call.begin();
    BlockCutter caller = call.cutter(conversation, CALLER, 0);
    BlockCutter agent = call.cutter(conversation, AGENT, 0);

    call.append(caller, CALLER, 0, 2_000 * 8);
    call.append(agent, AGENT, 0, 1_000 * 8);
    assertThat(conversation.figures().knownMs()).isEqualTo(1_000);
    call.append(caller, CALLER, 2_000 * 8, 3_500 * 8);
    call.append(agent, AGENT, 1_000 * 8, 3_500 * 8);
    // From 1 to 1.5 s the agent was given up, and what came of it later was too late.
    assertThat(conversation.figures().untilMs()).isEqualTo(3_500);
    assertThat(conversation.figures().knownMs()).isEqualTo(3_000);
  }
}

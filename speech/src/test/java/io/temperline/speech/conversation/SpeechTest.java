package io.temperline.speech.conversation;

import static io.temperline.speech.conversation.Side.AGENT;
import static io.temperline.speech.conversation.Side.CALLER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is heard of each side: when it speaks, how loud, how fast, how high. */
class SpeechTest {

  @Test
  void gapsShorterThanAPauseBelongToTheSpeech() {
    PhoneTalk call = PhoneTalk.of(5_000).caller(1_000, 2_000).caller(2_190, 3_000);

    assertThat(call.figures().caller().speechMs()).isEqualTo(2_000);
  }

  @Test
  void aPauseDoesNot() {
    PhoneTalk call = PhoneTalk.of(5_000).caller(1_000, 2_000).caller(2_200, 3_000);

    assertThat(call.figures().caller().speechMs()).isEqualTo(1_800);
  }

  @Test
  void aClickIsNoSpeech() {
    PhoneTalk call = PhoneTalk.of(5_000).caller(1_000, 1_030).agent(2_000, 2_040);

    assertThat(call.figures().caller().speechMs()).isZero();
    assertThat(call.figures().agent().speechMs()).isEqualTo(40);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-75, -60, -50, -40})
  void steadyNoiseIsNoSpeech(double dbfs) {
    PhoneTalk call = PhoneTalk.of(30_000).noise(CALLER, 0, 30_000, dbfs);

    assertThat(call.figures().caller().speechMs()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-75, -60, -50, -45})
  void speechIsHeardOverNoise(double dbfs) {
    PhoneTalk call = PhoneTalk.of(30_000).noise(CALLER, 0, 30_000, dbfs).caller(10_000, 15_000);

    assertThat(call.figures().caller().speechMs()).isEqualTo(5_000);
  }

  @Test
  void noiseThatRisesIsSpeechForFourSecondsAtMost() {
    PhoneTalk call =
        PhoneTalk.of(30_000).noise(CALLER, 0, 10_000, -70).noise(CALLER, 10_000, 30_000, -40);

    assertThat(call.figures().caller().speechMs()).isBetween(3_000L, 4_000L);
  }

  @Test
  void noiseThatFallsHidesNothing() {
    PhoneTalk call =
        PhoneTalk.of(30_000)
            .noise(CALLER, 0, 10_000, -45)
            .noise(CALLER, 10_000, 30_000, -70)
            .tone(CALLER, 10_500, 12_500, 200, -45);

    assertThat(call.figures().caller().speechMs()).isEqualTo(2_000);
  }

  @Test
  void whoeverNeverPausesIsStillHeard() {
    PhoneTalk call = PhoneTalk.of(30_000).caller(0, 30_000);

    assertThat(call.figures().caller().speechMs()).isEqualTo(30_000);
  }

  @Test
  void loudnessIsThatOfTheSpeechAlone() {
    ConversationFigures figures =
        PhoneTalk.of(40_000)
            .tone(CALLER, 0, 10_000, 200, -30)
            .tone(CALLER, 15_000, 25_000, 200, -20)
            .tone(AGENT, 30_000, 39_000, 200, -25)
            .figures();

    // The mean of 0.001 and 0.01 is 0.0055, which is -22.6 dB.
    assertThat(figures.caller().levelDbfs()).hasValueCloseTo(-22.6, within(0.01));
    assertThat(figures.caller().recentLevelDbfs()).hasValueCloseTo(-20.0, within(0.01));
    assertThat(figures.callerVoice().levelRiseDb()).hasValueCloseTo(10.0, within(0.01));
    assertThat(figures.agent().levelDbfs()).hasValueCloseTo(-25.0, within(0.01));
  }

  @Test
  void aRiseIsKnownOnceTheBeginningIsOver() {
    ConversationFigures figures = PhoneTalk.of(20_000).caller(0, 9_990).figures();

    assertThat(figures.caller().levelDbfs()).isPresent();
    assertThat(figures.callerVoice().levelRiseDb()).isEmpty();
    assertThat(figures.callerVoice().pitchRiseSemitones()).isPresent();
    assertThat(PhoneTalk.of(5_000).caller(0, 3_990).figures().callerVoice().pitchRiseSemitones())
        .isEmpty();
    assertThat(PhoneTalk.of(5_000).caller(0, 4_000).figures().callerVoice().pitchRiseSemitones())
        .hasValue(0);
  }

  @ParameterizedTest
  @CsvSource({"80", "110", "150", "220", "330", "480"})
  void pitchIsHeardWithinAQuarterOfASemitone(double hz) {
    ConversationFigures figures = PhoneTalk.of(5_000).tone(CALLER, 0, 5_000, hz, -20).figures();

    assertThat(figures.callerVoice().pitchHz()).hasValueCloseTo(hz, within(hz * 0.015));
  }

  @Test
  void aVoiceWithoutItsLowestHarmonicsHasItsPitchStill() {
    PhoneTalk call = PhoneTalk.of(5_000);
    for (int harmonic = 3; harmonic <= 9; harmonic++) {
      call.tone(CALLER, 0, 5_000, 120 * harmonic, -30);
    }

    assertThat(call.figures().callerVoice().pitchHz()).hasValueCloseTo(120.0, within(1.8));
  }

  @Test
  void pitchRisesAgainstTheCallersOwnBeginning() {
    ConversationFigures figures =
        PhoneTalk.of(20_000)
            .tone(CALLER, 0, 6_000, 150, -20)
            .tone(CALLER, 8_000, 14_000, 200, -20)
            .figures();

    // 12 log2(200 / 150) is 4.98.
    assertThat(figures.callerVoice().pitchRiseSemitones()).hasValue(5);
    assertThat(figures.callerVoice().recentPitchHz()).hasValueCloseTo(200.0, within(3.0));
  }

  @Test
  void theCallsPitchIsTheMedianOfItsStretches() {
    ConversationFigures figures =
        PhoneTalk.of(20_000)
            .tone(CALLER, 0, 4_000, 150, -20)
            .tone(CALLER, 8_000, 14_000, 200, -20)
            .figures();

    assertThat(figures.callerVoice().pitchHz()).hasValueCloseTo(200.0, within(3.0));
  }

  @Test
  void thePitchOfPiecesWithHolesIsNotMeasured() {
    PhoneTalk holes = PhoneTalk.of(10_000).tone(CALLER, 0, 1_000, 200, -20);
    PhoneTalk holds = PhoneTalk.of(10_000).tone(CALLER, 0, 1_000, 200, -20);
    for (int at = 1_000; at < 5_000; at += 40) {
      holes.lost(CALLER, at, at + 10).tone(CALLER, at, at + 40, 400, -20);
      holds.hold(at, at + 10).tone(CALLER, at, at + 40, 400, -20);
    }

    assertThat(holes.figures().callerVoice().pitchHz()).hasValueCloseTo(200.0, within(3.0));
    assertThat(holds.figures().callerVoice().pitchHz()).hasValueCloseTo(200.0, within(3.0));
  }

  @Test
  void noiseHasNoPitch() {
    ConversationFigures figures = PhoneTalk.of(10_000).noise(CALLER, 0, 10_000, -20).figures();

    assertThat(figures.callerVoice().pitchHz()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2, 5", "3, 5", "4, 5", "5, 5", "6, 5"})
  void syllablesAreCountedByTheirSwells(int perSecond, int seconds) {
    PhoneTalk call = PhoneTalk.of(10_000);
    int syllable = 1000 / perSecond / 10 * 10;
    for (int i = 0; i < perSecond * seconds; i++) {
      call.caller(1_000 + i * syllable, 1_000 + i * syllable + syllable * 6 / 100 * 10);
    }

    SideFigures caller = call.figures().caller();
    double speechSeconds = caller.speechMs() / 1000.0;
    assertThat(caller.syllablesPerSecond())
        .hasValueCloseTo(perSecond * seconds / speechSeconds, within(1e-9));
  }

  @Test
  void swellsOfNoiseAreNoSyllables() {
    PhoneTalk call = PhoneTalk.of(10_000);
    for (int at = 1_000; at < 6_000; at += 250) {
      call.noise(CALLER, at, at + 150, -20);
    }

    assertThat(call.figures().caller().syllablesPerSecond()).hasValue(0);
  }

  @Test
  void swellsOfLessThanTwoDecibelsAreOneSyllable() {
    PhoneTalk call = PhoneTalk.of(10_000).caller(1_000, 4_000);
    for (int at = 1_100; at < 4_000; at += 200) {
      call.tone(CALLER, at, at + 100, 200, -37);
    }

    assertThat(call.figures().caller().syllablesPerSecond()).hasValueCloseTo(1 / 3.0, within(1e-9));
  }
}

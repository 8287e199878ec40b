package io.temperline.standalone.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.speech.analysis.WindowVerdict;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.EmotionScores;
import io.temperline.speech.window.NotScoredReason;
import io.temperline.speech.window.SpeechQuality;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AngerWatchTest {

  private final EmotionModel model = EmotionModel.shipped();
  private final AngerWatch watch = new AngerWatch(model);
  private final List<WindowVerdict> verdicts = new ArrayList<>();

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void aCalmCallRaisesNothing() {
    callerSounds(0.1f, 60);

    assertThat(watch.alerts(verdicts)).isEmpty();
  }

  /** From the first window on at 0.9, it holds for 4 windows: window 3 ends at 6 s. */
  @Test
  void sustainedAngerRaisesAtTheEndOfTheWindowThatSettlesIt() {
    callerSounds(0.9f, 30);

    assertThat(watch.alerts(verdicts)).containsExactly(6_000L);
  }

  /**
   * Smoothed over 4 s, anger of 1 after none is 1 - exp(-k / 4) after k windows, past 0.5 from the
   * third on; it must hold for 4 windows. Window 10 + 5 ends at 18 s.
   */
  @Test
  void angerAfterCalmMustComeThroughTheSmoothing() {
    callerSounds(0, 10);
    callerSounds(1, 30);

    assertThat(watch.alerts(verdicts)).containsExactly(18_000L);
  }

  @Test
  void windowsThatAreNotScoredNeitherAddNorBreak() {
    callerSounds(0.9f, 2);
    callerIsSilent(5);
    callerSounds(0.9f, 2);

    assertThat(watch.alerts(verdicts)).containsExactly(11_000L);
  }

  @Test
  void callsAreWatchedEachByItself() {
    callerSounds(0.9f, 3);

    assertThat(watch.alerts(verdicts)).isEmpty();
    assertThat(watch.alerts(verdicts)).isEmpty();
  }

  private void callerSounds(float anger, int seconds) {
    for (int i = 0; i < seconds; i++) {
      add(
          Optional.empty(),
          Optional.of(new EmotionScores(Map.of("angry", anger, "calm", 1 - anger), 0.35f)));
    }
  }

  private void callerIsSilent(int seconds) {
    for (int i = 0; i < seconds; i++) {
      add(Optional.of(NotScoredReason.SILENCE), Optional.empty());
    }
  }

  private void add(Optional<NotScoredReason> reason, Optional<EmotionScores> scores) {
    int index = verdicts.size();
    verdicts.add(
        new WindowVerdict(
            index,
            1_000L * index,
            1_000L * index + 3_000,
            new SpeechQuality(1, 0, 0, -20),
            reason,
            scores));
  }
}

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

  /** From the first window on at 0.9, it holds for 2 windows: window 1 ends at 4 s. */
  @Test
  void sustainedAngerRaisesAtTheEndOfTheWindowThatSettlesIt() {
    callerSounds(0.9f, 30);

    assertThat(watch.alerts(verdicts)).containsExactly(4_000L);
  }

  /**
   * Smoothed over 1 s, anger of 0.4 after none is 0.4 (1 - exp(-k)) after k windows, past 0.3 from
   * the second on; it must hold for 2 windows. Window 10 + 2 ends at 15 s.
   */
  @Test
  void angerAfterCalmMustComeThroughTheSmoothing() {
    callerSounds(0, 10);
    callerSounds(0.4f, 30);

    assertThat(watch.alerts(verdicts)).containsExactly(15_000L);
  }

  @Test
  void windowsThatAreNotScoredNeitherAddNorBreak() {
    callerSounds(0.9f, 1);
    callerIsSilent(5);
    callerSounds(0.9f, 1);

    assertThat(watch.alerts(verdicts)).containsExactly(9_000L);
  }

  @Test
  void callsAreWatchedEachByItself() {
    callerSounds(0.9f, 1);

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

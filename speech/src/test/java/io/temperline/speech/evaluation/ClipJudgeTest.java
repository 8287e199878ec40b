package io.temperline.speech.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.corpus.CorpusClip;
import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.features.LogMelConfig;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClipJudgeTest {

  private final ClipJudge judge = new ClipJudge(Duration.ofSeconds(3), LogMelConfig.TELEPHONE);

  @Test
  void aShortClipIsOneWindow() {
    assertThat(judge.windowsOf(tone(1.2, 1.2))).hasSize(1);
  }

  @Test
  void aLongClipHasAWindowEveryQuarterOfASecond() {
    assertThat(judge.windowsOf(tone(4, 4))).hasSize(5).allMatch(w -> w.length == 298 * 64);
  }

  @Test
  void windowsWithoutSpeechDoNotCount() {
    assertThat(judge.windowsOf(tone(2, 8))).hasSize(6);
  }

  @Test
  void aClipWithoutAnySpeechIsJudgedAllTheSame() {
    assertThat(judge.windowsOf(tone(0, 3.5))).hasSize(3);
  }

  private static HeardClip tone(double soundSeconds, double seconds) {
    float[] samples = new float[(int) (8000 * seconds)];
    for (int i = 0; i < 8000 * soundSeconds; i++) {
      samples[i] = (float) (0.3 * Math.sin(0.3 * i));
    }
    return new HeardClip(
        new CorpusClip("made-up", Path.of("tone.wav"), "nobody", "neutral", "test"),
        TelephoneLine.carry(samples, 8000));
  }
}

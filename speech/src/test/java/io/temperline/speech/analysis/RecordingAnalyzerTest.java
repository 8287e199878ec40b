package io.temperline.speech.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.speech.audio.AudioCodec;
import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.model.CallerBaseline;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.EmotionScorer;
import io.temperline.speech.model.Models;
import io.temperline.speech.model.WindowScore;
import io.temperline.speech.window.AudioWindow;
import io.temperline.speech.window.NotScoredReason;
import io.temperline.speech.window.SpeechGate;
import io.temperline.speech.window.SpeechGateConfig;
import io.temperline.speech.window.WindowAnalyzer;
import io.temperline.speech.window.WindowConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingAnalyzerTest {

  private static final int FRAME = 160;

  @TempDir private Path folder;

  private final SpeechGate gate = new SpeechGate(SpeechGateConfig.DEFAULT);
  private EmotionModel model;
  private RecordingAnalyzer analyzer;

  @BeforeEach
  void loadModel() throws IOException {
    Models.write(folder);
    model = EmotionModel.load(folder);
    analyzer = new RecordingAnalyzer(model, WindowConfig.DEFAULT, gate);
  }

  @AfterEach
  void closeModel() {
    model.close();
  }

  @Test
  void everyWholeWindowGetsAVerdict() {
    List<WindowVerdict> verdicts = analyzer.analyze(line(call(10)), Objection.NONE);

    assertThat(verdicts)
        .extracting(WindowVerdict::startMs)
        .containsExactly(0L, 1_000L, 2_000L, 3_000L, 4_000L, 5_000L, 6_000L, 7_000L);
    assertThat(verdicts).allMatch(v -> v.endMs() == v.startMs() + 3_000);
    assertThat(verdicts).allMatch(v -> v.scores().isPresent() != v.notScored().isPresent());
  }

  @Test
  void silenceIsNotScoredAndSaysSo() {
    List<WindowVerdict> verdicts = analyzer.analyze(line(call(12)), Objection.NONE);

    assertThat(verdicts.get(0).scores()).isPresent();
    assertThat(verdicts.get(5).notScored()).contains(NotScoredReason.SILENCE);
  }

  @Test
  void anObjectionComesBeforeWhatTheWindowSoundsLike() {
    Objection hold =
        (startMs, endMs) ->
            startMs < 5_000 && endMs > 4_000 ? Optional.of(NotScoredReason.HOLD) : Optional.empty();

    List<WindowVerdict> verdicts = analyzer.analyze(line(call(12)), hold);

    assertThat(verdicts)
        .extracting(verdict -> verdict.notScored().orElse(null))
        .startsWith(null, null)
        .contains(NotScoredReason.HOLD, Index.atIndex(2))
        .contains(NotScoredReason.HOLD, Index.atIndex(4))
        .contains(NotScoredReason.SILENCE, Index.atIndex(5));
    assertThat(verdicts.get(1).scores())
        .isEqualTo(analyzer.analyze(line(call(12)), Objection.NONE).get(1).scores());
  }

  @Test
  void aChannelShorterThanAWindowHasNoVerdicts() {
    assertThat(analyzer.analyze(line(call(2)), Objection.NONE)).isEmpty();
  }

  @Test
  void theStreamedCallHasTheVeryNumbersOfTheFile() {
    float[] call = call(15);
    List<WindowVerdict> verdicts = analyzer.analyze(line(call), Objection.NONE);

    byte[] mulaw = line(call);
    WindowAnalyzer stream = new WindowAnalyzer(WindowConfig.DEFAULT, model.manifest().features());
    CallerBaseline beginning = CallerBaseline.NONE;
    try (EmotionScorer scorer = model.newScorer()) {
      for (int at = 0; at < mulaw.length; at += FRAME) {
        float[] samples =
            AudioCodec.PCMU.decode(
                Arrays.copyOfRange(mulaw, at, Math.min(at + FRAME, mulaw.length)));
        stream.append(samples, 0, samples.length);
        Optional<AudioWindow> window = stream.poll();
        if (window.isPresent()) {
          beginning = assertSame(verdicts, window.get(), scorer, beginning);
        }
      }
    }
  }

  @Test
  void windowsMayBeOfAnotherLengthThanTheModelWasTrainedOn() {
    WindowConfig short2s = new WindowConfig(Duration.ofSeconds(2), Duration.ofMillis(500));
    float[] call = new float[5 * 8_000];
    Random random = new Random(5);
    for (int i = 0; i < call.length; i++) {
      call[i] = i / 2_000 % 2 == 0 ? 0.2f * (float) random.nextGaussian() : 0;
    }

    List<WindowVerdict> verdicts =
        new RecordingAnalyzer(model, short2s, gate).analyze(line(call), Objection.NONE);

    assertThat(verdicts).hasSize(7).allMatch(verdict -> verdict.scores().isPresent());
    assertThat(verdicts.get(1).startMs()).isEqualTo(500);
  }

  private static byte[] line(float[] samples) {
    return TelephoneLine.carry(samples, 8_000);
  }

  private CallerBaseline assertSame(
      List<WindowVerdict> verdicts,
      AudioWindow window,
      EmotionScorer scorer,
      CallerBaseline beginning) {
    WindowVerdict verdict = verdicts.get((int) window.index());
    Optional<WindowScore> score =
        gate.reject(window.quality()).isPresent()
            ? Optional.empty()
            : Optional.of(scorer.score(List.of(window.features())).get(0));
    assertThat(verdict.quality()).isEqualTo(window.quality());
    assertThat(verdict.scores()).isEqualTo(score.map(known -> known.against(beginning)));
    return score.map(beginning::with).orElse(beginning);
  }

  /** Five seconds of a loud, wavering sound, five of silence, and so on. */
  private static float[] call(int seconds) {
    Random random = new Random(4);
    float[] call = new float[8_000 * seconds];
    for (int i = 0; i < call.length; i++) {
      if (i / 40_000 % 2 == 0) {
        double swell = 0.6 + 0.4 * Math.sin(i / 900.0);
        call[i] = (float) (0.3 * swell * Math.sin(i * 0.2) + 0.02 * random.nextGaussian());
      }
    }
    return call;
  }
}

package io.temperline.gateway.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.speech.analysis.Objection;
import io.temperline.speech.analysis.RecordingAnalyzer;
import io.temperline.speech.analysis.WindowVerdict;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.smoothing.EmotionSmoother;
import io.temperline.speech.window.SpeechGate;
import io.temperline.speech.window.SpeechGateConfig;
import io.temperline.speech.window.WindowConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shipped model hears in the bundled calls: the demo is to show what they tell. */
class HeardCallsTest {

  /** Well above what raises an alert, 0.3 over two seconds; the faintest comes to 0.55. */
  private static final float ESCALATES = 0.5f;

  /** Raises none; the liveliest of the calm callers comes to 0.32, for a moment. */
  private static final float UNREMARKABLE = 0.35f;

  private static EmotionModel model;

  @BeforeAll
  static void load() {
    model = EmotionModel.shipped();
  }

  @AfterAll
  static void close() {
    model.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cold-flat", "gym-contract", "internet-outage", "parcel-late"})
  void callers_who_turn_angry_are_heard_as_angry(String call) {
    assertThat(peakAnger(call)).isGreaterThan(ESCALATES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hotel-booking",
        "insurance-claim",
        "new-card",
        "no-sound",
        "opening-hours",
        "wrong-invoice"
      })
  void callers_who_stay_calm_are_not_heard_as_angry(String call) {
    assertThat(peakAnger(call)).isLessThan(UNREMARKABLE);
  }

  /** The highest smoothed anger of the caller. */
  private static float peakAnger(String call) {
    Path file = Path.of("calls", call + ".flac");
    byte[] caller = RecordedCalls.find(List.of(file)).calls().get(0).caller();
    RecordingAnalyzer analyzer =
        new RecordingAnalyzer(
            model, WindowConfig.DEFAULT, new SpeechGate(SpeechGateConfig.DEFAULT));
    EmotionSmoother smoother = new EmotionSmoother(EmotionSmoother.DEFAULT_TIME_CONSTANT);
    Map<String, Float> smoothed = Map.of();
    float peak = 0;
    for (WindowVerdict verdict : analyzer.analyze(caller, Objection.NONE)) {
      if (verdict.scores().isPresent()) {
        smoothed =
            smoother.smooth(
                smoothed, verdict.scores().get().probabilities(), WindowConfig.DEFAULT.hop());
        peak = Math.max(peak, smoothed.get("angry"));
      }
    }
    return peak;
  }
}

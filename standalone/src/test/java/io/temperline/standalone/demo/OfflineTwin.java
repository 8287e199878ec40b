package io.temperline.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.gateway.replay.RecordedCall;
import io.temperline.schemas.Channel;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.WindowStatus;
import io.temperline.speech.analysis.RecordingAnalyzer;
import io.temperline.speech.analysis.WindowVerdict;
import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.EmotionScores;
import io.temperline.speech.window.SpeechGate;
import io.temperline.speech.window.SpeechGateConfig;
import io.temperline.speech.window.WindowConfig;
import java.util.List;
import java.util.Map;

/** Holds streamed events against what {@code analyze} says of the same recordings. */
final class OfflineTwin {

  private OfflineTwin() {}

  /** Files know of no hold, so a call with one can't be compared. */
  static boolean isComparable(RecordedCall call) {
    return call.details().holds().isEmpty();
  }

  /** Each window of each comparable call is there once, with the very same numbers. */
  static void assertEqual(Map<String, List<EmotionEvent>> events, List<RecordedCall> calls) {
    try (EmotionModel model = EmotionModel.shipped()) {
      RecordingAnalyzer analyzer =
          new RecordingAnalyzer(
              model, WindowConfig.DEFAULT, new SpeechGate(SpeechGateConfig.DEFAULT));
      calls.stream()
          .filter(OfflineTwin::isComparable)
          .forEach(call -> assertEqual(events.get(call.callId()), verdicts(analyzer, call)));
    }
  }

  private static List<WindowVerdict> verdicts(RecordingAnalyzer analyzer, RecordedCall call) {
    return analyzer.analyze(TelephoneLine.heard(call.caller()), TelephoneLine.SAMPLE_RATE);
  }

  private static void assertEqual(List<EmotionEvent> events, List<WindowVerdict> verdicts) {
    assertThat(events).hasSameSizeAs(verdicts);
    for (int i = 0; i < events.size(); i++) {
      EmotionEvent event = events.get(i);
      WindowVerdict verdict = verdicts.get(i);
      assertThat(event.getWindow()).isEqualTo(verdict.index());
      assertThat(event.getChannel()).isEqualTo(Channel.CALLER);
      assertThat(event.getStatus() == WindowStatus.SCORED).isEqualTo(verdict.scores().isPresent());
      assertThat(event.getProbabilities())
          .isEqualTo(verdict.scores().map(EmotionScores::probabilities).orElse(Map.of()));
      assertThat(event.getTop()).isEqualTo(verdict.scores().map(EmotionScores::top).orElse(null));
    }
  }
}

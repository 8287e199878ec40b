package io.temperline.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.gateway.replay.RecordedCall;
import io.temperline.schemas.Channel;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.WindowStatus;
import io.temperline.speech.analysis.RecordingAnalyzer;
import io.temperline.speech.analysis.WindowVerdict;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.EmotionScores;
import io.temperline.speech.window.SpeechGate;
import io.temperline.speech.window.SpeechGateConfig;
import io.temperline.speech.window.WindowConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds streamed events against what {@code analyze} says of the same recordings. */
final class OfflineTwin {

  private OfflineTwin() {}

  /** Each window of each call is there once, with the very same numbers. */
  static void assertEqual(Map<String, List<EmotionEvent>> events, List<RecordedCall> calls) {
    try (EmotionModel model = EmotionModel.shipped()) {
      RecordingAnalyzer analyzer =
          new RecordingAnalyzer(
              model, WindowConfig.DEFAULT, new SpeechGate(SpeechGateConfig.DEFAULT));
      for (RecordedCall call : calls) {
        assertEqual(
            events.get(call.callId()),
            analyzer.analyze(call.caller(), call.details()::objectionTo));
      }
    }
  }

  private static void assertEqual(List<EmotionEvent> events, List<WindowVerdict> verdicts) {
    assertThat(events).hasSameSizeAs(verdicts);
    for (int i = 0; i < events.size(); i++) {
      EmotionEvent event = events.get(i);
      WindowVerdict verdict = verdicts.get(i);
      assertThat(event.getWindow()).isEqualTo(verdict.index());
      assertThat(event.getChannel()).isEqualTo(Channel.CALLER);
      assertThat(event.getStatus() == WindowStatus.SCORED).isEqualTo(verdict.scores().isPresent());
      assertThat(Optional.ofNullable(event.getReason()).map(Enum::name))
          .isEqualTo(verdict.notScored().map(Enum::name));
      assertThat(event.getProbabilities())
          .isEqualTo(verdict.scores().map(EmotionScores::probabilities).orElse(Map.of()));
      assertThat(event.getTop()).isEqualTo(verdict.scores().map(EmotionScores::top).orElse(null));
    }
  }
}

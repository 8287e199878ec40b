package io.temperline.streams;

import static io.temperline.streams.Floor.NINE;
import static io.temperline.streams.Voice.ANGRY;
import static io.temperline.streams.Voice.CALM;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.schemas.Channel;
import io.temperline.schemas.Codec;
import io.temperline.schemas.EmotionEvent;
import io.temperline.schemas.Escalation;
import io.temperline.schemas.EscalationStatus;
import io.temperline.speech.analysis.Objection;
import io.temperline.speech.analysis.RecordingAnalyzer;
import io.temperline.speech.analysis.WindowVerdict;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.EmotionScores;
import io.temperline.speech.model.UnusableModelException;
import io.temperline.speech.window.SpeechGate;
import io.temperline.speech.window.SpeechGateConfig;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A TorchScript model of waveforms listens to live calls. */
class OwnModelTest {

  @TempDir private Path folder;

  @Test
  void aCallIsHeardLiveAsOfflineAndEscalated() throws IOException {
    OwnModels.waveform(folder);
    try (EmotionModel model = LiveModel.load(settings(folder));
        Floor floor = Floor.withModel(model)) {
      floor
          .call("ada")
          .over(Network.reorderingAndDoubling(3))
          .starts()
          .callerSpeaks(CALM, ofSeconds(6))
          .callerSpeaks(ANGRY, ofSeconds(12))
          .ends();
      floor.waits(ofSeconds(2));

      List<EmotionEvent> events = floor.emotions();
      List<WindowVerdict> offline = offline(model);
      assertThat(events).hasSize(17).hasSameSizeAs(offline);
      for (int i = 0; i < events.size(); i++) {
        assertThat(events.get(i).getChannel()).isEqualTo(Channel.CALLER);
        assertThat(events.get(i).getProbabilities())
            .isNotEmpty()
            .isEqualTo(offline.get(i).scores().map(EmotionScores::probabilities).orElse(Map.of()));
      }
      assertThat(events).extracting(EmotionEvent::getTop).startsWith("sad").endsWith("angry");
      assertThat(events.get(0).getVersions().getModel()).isEqualTo("own 1");
      assertThat(floor.escalations())
          .extracting(Escalation::getStatus)
          .contains(EscalationStatus.RAISED);
    }
  }

  @Test
  void aModelThatIsNotThereIsRefusedAtTheStart() {
    assertThatThrownBy(() -> LiveModel.load(settings(folder.resolve("nowhere"))))
        .isInstanceOf(UnusableModelException.class)
        .hasMessageContaining("nowhere: model.json is missing");
  }

  private static List<WindowVerdict> offline(EmotionModel model) {
    ByteArrayOutputStream muLaw = new ByteArrayOutputStream();
    speak(muLaw, CALM, NINE, ofSeconds(6));
    speak(muLaw, ANGRY, NINE.plusSeconds(6), ofSeconds(12));
    return new RecordingAnalyzer(
            model, model.manifest().window(), new SpeechGate(SpeechGateConfig.DEFAULT))
        .analyze(muLaw.toByteArray(), Objection.NONE);
  }

  private static void speak(ByteArrayOutputStream line, Voice voice, Instant from, Duration time) {
    for (Instant at = from; at.isBefore(from.plus(time)); at = at.plus(PhoneCall.FRAME)) {
      line.writeBytes(voice.frame(at, Codec.PCMU, 8_000));
    }
  }

  private static Properties settings(Path model) {
    Properties settings = new Properties();
    settings.setProperty("temperline.model", model.toString());
    return settings;
  }
}

package io.temperline.speech.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.speech.corpus.CorpusClip;
import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConditionTrialTest {

  @TempDir private Path folder;

  private List<HeardClip> heard;
  private List<CorpusClip> clips;
  private EmotionModel model;

  @BeforeEach
  void speak() throws IOException {
    heard = List.of(Clips.write(folder, "anna", "angry", 1), Clips.write(folder, "otto", "sad", 2));
    clips = heard.stream().map(HeardClip::clip).toList();
    Models.write(folder.resolve("model"));
    model = EmotionModel.load(folder.resolve("model"));
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void theStandardConditionsGoFromCleanToNoise() {
    assertThat(judge(clips).keySet())
        .containsExactly(
            "clean, 8 kHz",
            "telephone line",
            "5 % packet loss",
            "noise, SNR 20 dB",
            "noise, SNR 10 dB",
            "noise, SNR 5 dB",
            "noise, SNR 0 dB");
  }

  @Test
  void theTelephoneLineIsThatOfAllOtherFigures() {
    assertThat(judge(clips).get("telephone line")).isEqualTo(new Evaluator(model).judge(heard));
  }

  @Test
  void everyConditionSoundsDifferent() {
    assertThat(judge(clips).values().stream().distinct()).hasSize(7);
  }

  @Test
  void aClipSoundsTheSameWhateverElseIsJudged() {
    Map<String, List<Judgement>> both = judge(clips);
    Map<String, List<Judgement>> second = judge(clips.subList(1, 2));

    both.forEach(
        (name, judgements) -> assertThat(second.get(name)).containsExactly(judgements.get(1)));
  }

  private Map<String, List<Judgement>> judge(List<CorpusClip> some) {
    return new ConditionTrial(model, Condition.STANDARD).judge(some);
  }
}

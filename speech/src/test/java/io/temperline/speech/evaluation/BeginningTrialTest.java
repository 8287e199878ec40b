package io.temperline.speech.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.ModelFiles;
import io.temperline.speech.model.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BeginningTrialTest {

  @TempDir private Path folder;

  private HeardClip annaAngry;
  private HeardClip annaNeutral;
  private HeardClip ottoAngry;
  private HeardClip ottoSad;
  private EmotionModel model;

  @BeforeEach
  void speak() throws IOException {
    annaAngry = Clips.write(folder, "anna", "angry", 1);
    annaNeutral = Clips.write(folder, "anna", "neutral", 2);
    ottoAngry = Clips.write(folder, "otto", "angry", 3);
    ottoSad = Clips.write(folder, "otto", "sad", 4);
    model = modelThatTakesAllForCalm();
  }

  @AfterEach
  void close() {
    model.close();
  }

  @Test
  void clipsOfSpeakersWithoutOtherCalmOnesAreLeftOut() {
    assertThat(judge(annaAngry, annaNeutral, ottoAngry, ottoSad))
        .extracting(Judgement::clip)
        .containsExactly(annaAngry.clip());
  }

  @Test
  void whatIsKnownOfTheSpeakerChangesWhatIsHeard() {
    Judgement alone = new Evaluator(model).judge(List.of(annaAngry)).get(0);
    Judgement after = judge(annaAngry, annaNeutral).get(0);

    assertThat(after.judged().emotion()).isEqualTo("angry");
    assertThat(after.judged().probabilities()).isNotEqualTo(alone.judged().probabilities());
  }

  @Test
  void whatOthersSayChangesNothing() {
    assertThat(judge(annaAngry, annaNeutral, ottoAngry, ottoSad))
        .isEqualTo(judge(annaAngry, annaNeutral));
  }

  /** The untrained network always finds its third label likeliest. */
  private EmotionModel modelThatTakesAllForCalm() throws IOException {
    Path models = folder.resolve("model");
    Models.write(models);
    Path manifest = models.resolve(ModelFiles.MANIFEST);
    String text = Files.readString(manifest);
    assertThat(text).contains("\"angry\"");
    Files.writeString(manifest, text.replace("\"angry\"", "\"calm\""));
    return EmotionModel.load(models);
  }

  private List<Judgement> judge(HeardClip... clips) {
    return new BeginningTrial(model).judge(List.of(clips));
  }
}

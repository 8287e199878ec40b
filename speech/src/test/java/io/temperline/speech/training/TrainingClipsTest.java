package io.temperline.speech.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.corpus.CorpusClip;
import io.temperline.speech.corpus.HeardClip;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainingClipsTest {

  private final HeardClip sad1 = clip("a", "x", "sad");
  private final HeardClip sad2 = clip("a", "x", "sad");
  private final HeardClip sadOfAnother = clip("a", "y", "sad");
  private final HeardClip sadElsewhere = clip("b", "x", "sad");
  private final HeardClip angry = clip("a", "x", "angry");
  private final TrainingClips clips =
      new TrainingClips(
          List.of(sad1, sad2, sadOfAnother, sadElsewhere, angry),
          List.of("calm", "sad", "angry"),
          Map.of("a", 0.25f, "b", 0.75f));

  @Test
  void labelsRareInTheirCorpusWeighMoreByTheSquareRootAndOneOnAverage() {
    float rare = clips.weightOf(angry);
    float common = clips.weightOf(sad1);
    assertThat(rare / common).isCloseTo((float) Math.sqrt(3), within(1e-6f));
    assertThat((3 * common + rare) / 4).isCloseTo(1, within(1e-6f));
    assertThat(clips.weightOf(sadElsewhere)).isEqualTo(1);
  }

  @Test
  void corporaAreDrawnByTheirShares() {
    Random random = new Random(1);
    int elsewhere = 0;
    for (int i = 0; i < 4_000; i++) {
      elsewhere += clips.draw(random) == sadElsewhere ? 1 : 0;
    }
    assertThat(elsewhere / 4_000.0).isCloseTo(0.75, within(0.03));
  }

  @Test
  void siblingsAreOfTheSameCorpusSpeakerAndEmotion() {
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      assertThat(clips.siblingOf(sad1, random)).isIn(sad1, sad2);
    }
    assertThat(clips.siblingOf(angry, random)).isSameAs(angry);
  }

  private static HeardClip clip(String corpus, String speaker, String emotion) {
    return new HeardClip(
        new CorpusClip(corpus, Path.of("a.wav"), speaker, emotion, "train"), new byte[1]);
  }
}

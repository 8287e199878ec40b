package io.temperline.speech.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.corpus.CorpusClip;
import io.temperline.speech.corpus.HeardClip;
import java.nio.file.Path;
import java.util.List;
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
          List.of(sad1, sad2, sadOfAnother, sadElsewhere, angry), List.of("calm", "sad", "angry"));

  @Test
  void rarerLabelsWeighMoreByTheSquareRootAndOneOnAverage() {
    assertThat(clips.weightOf(2) / clips.weightOf(1)).isCloseTo(2, within(1e-6f));
    assertThat((4 * clips.weightOf(1) + clips.weightOf(2)) / 5).isCloseTo(1, within(1e-6f));
    assertThat(clips.weightOf(0)).isZero();
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

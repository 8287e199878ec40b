package io.temperline.speech.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.speech.corpus.CorpusClip;
import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.evaluation.SpeakerFolds.Fold;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SpeakerFoldsTest {

  /** Seven women and five men of two corpora, three clips each. */
  private final List<HeardClip> clips = new ArrayList<>();

  SpeakerFoldsTest() {
    speakers("one", "female", 4);
    speakers("one", "male", 3);
    speakers("two", "female", 3);
    speakers("two", "male", 2);
  }

  @Test
  void everySpeakerIsHeldOutOnceWithAllClips() {
    List<String> heldOut = new ArrayList<>();
    for (Fold fold : new SpeakerFolds(clips, 4).folds()) {
      heldOut.addAll(speakersOf(fold.heldOut()));
      assertThat(fold.heldOut()).hasSize(9);
    }

    assertThat(heldOut).hasSize(12).doesNotHaveDuplicates();
  }

  @Test
  void nobodyIsHeldOutAndLearnedFromOrWatched() {
    for (Fold fold : new SpeakerFolds(clips, 4).folds()) {
      assertThat(speakersOf(fold.train()))
          .doesNotContainAnyElementsOf(speakersOf(fold.heldOut()))
          .doesNotContainAnyElementsOf(speakersOf(fold.watched()));
      assertThat(speakersOf(fold.watched()))
          .hasSizeBetween(1, 2)
          .doesNotContainAnyElementsOf(speakersOf(fold.heldOut()));
      assertThat(fold.train().size() + fold.heldOut().size() + fold.watched().size())
          .isEqualTo(clips.size());
    }
  }

  @Test
  void sexesAreBalanced() {
    for (Fold fold : new SpeakerFolds(clips, 3).folds()) {
      long women =
          speakersOf(fold.heldOut()).stream().filter(name -> name.contains("female")).count();
      assertThat(women).isBetween(2L, 3L);
    }
  }

  @Test
  void theOrderOfTheClipsDoesNotMatter() {
    List<HeardClip> shuffled = new ArrayList<>(clips);
    Collections.shuffle(shuffled, new Random(1));

    assertThat(names(new SpeakerFolds(shuffled, 4))).isEqualTo(names(new SpeakerFolds(clips, 4)));
  }

  @Test
  void whereNobodyWouldBeLeftNobodyIsWatched() {
    List<HeardClip> two = clips.subList(0, 6);

    for (Fold fold : new SpeakerFolds(two, 2).folds()) {
      assertThat(fold.watched()).isEmpty();
      assertThat(fold.train()).hasSize(3);
    }
  }

  @Test
  void moreFoldsThanSpeakersAreRefused() {
    assertThatThrownBy(() -> new SpeakerFolds(clips, 13))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("13 folds of 12 speakers");
    assertThatThrownBy(() -> new SpeakerFolds(clips, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<TreeSet<String>> names(SpeakerFolds folds) {
    return folds.folds().stream().map(fold -> speakersOf(fold.heldOut())).toList();
  }

  private static TreeSet<String> speakersOf(List<HeardClip> some) {
    TreeSet<String> names = new TreeSet<>();
    some.forEach(clip -> names.add(clip.clip().corpus() + '/' + clip.clip().speaker()));
    return names;
  }

  private void speakers(String corpus, String sex, int count) {
    for (int i = 0; i < count; i++) {
      for (int take = 0; take < 3; take++) {
        clips.add(
            new HeardClip(
                new CorpusClip(
                    corpus,
                    Path.of("a.wav"),
                    sex + i,
                    "sad",
                    "test",
                    Optional.of(sex),
                    Optional.empty()),
                new byte[1]));
      }
    }
  }
}

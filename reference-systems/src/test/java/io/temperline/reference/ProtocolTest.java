package io.temperline.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.temperline.reference.sound.Sample;
import io.temperline.speech.corpus.CorpusClip;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProtocolTest {

  private static final int SPEAKERS = 5;

  /** 50 clips, each with 2 copies. */
  private final List<PreparedClip> clips = clips();

  @Test
  void aRandomSplitJudgesAFifthOfTheClipsAndHearsTheSameVoicesOnBothSides() {
    Division division = only(new Protocol.RandomSplit(1).divide(clips, false));

    assertThat(division.test()).hasSize(10).noneMatch(PreparedClip::isCopy);
    assertThat(division.train()).hasSize(120);
    assertThat(files(division.train())).doesNotContainAnyElementsOf(files(division.test()));
    assertThat(speakers(division.train())).containsAll(speakers(division.test()));
  }

  @Test
  void whereCopiesAreMadeBeforeTheSplitTheyLeak() {
    Division division = only(new Protocol.RandomSplit(1).divide(clips, true));

    assertThat(division.test()).hasSize(30).anyMatch(PreparedClip::isCopy);
    assertThat(division.train()).hasSize(120);
    assertThat(files(division.train())).containsAnyElementsOf(files(division.test()));
  }

  @Test
  void anotherSeedDrawsOtherClips() {
    assertThat(new Protocol.RandomSplit(1).divide(clips, false))
        .isEqualTo(new Protocol.RandomSplit(1).divide(clips, false))
        .isNotEqualTo(new Protocol.RandomSplit(2).divide(clips, false));
  }

  @Test
  void bySpeakerNobodyIsLearnedFromAndJudgedAndNoCopyIsJudged() {
    List<Division> divisions = new Protocol.BySpeaker(SPEAKERS).divide(clips, true);

    Set<Path> judged = new HashSet<>();
    assertThat(divisions)
        .hasSize(SPEAKERS)
        .allSatisfy(
            division -> {
              assertThat(speakers(division.train()))
                  .hasSize(SPEAKERS - 1)
                  .doesNotContainAnyElementsOf(speakers(division.test()));
              assertThat(division.test()).noneMatch(PreparedClip::isCopy);
              judged.addAll(files(division.test()));
            });
    assertThat(judged).hasSize(50);
  }

  @Test
  void whatCannotBeDividedIsRefused() {
    assertThatThrownBy(() -> new Protocol.BySpeaker(6).divide(clips, false))
        .hasMessageContaining("6 folds of 5 speakers");
    assertThatThrownBy(() -> new Protocol.RandomSplit(1).divide(clips.subList(0, 3), false))
        .hasMessageContaining("too few clips");
  }

  private static Division only(List<Division> divisions) {
    assertThat(divisions).hasSize(1);
    return divisions.get(0);
  }

  private static Set<Path> files(List<PreparedClip> clips) {
    return clips.stream().map(clip -> clip.clip().file()).collect(Collectors.toSet());
  }

  private static Set<String> speakers(List<PreparedClip> clips) {
    return clips.stream().map(clip -> clip.clip().speaker()).collect(Collectors.toSet());
  }

  private static List<PreparedClip> clips() {
    List<PreparedClip> clips = new ArrayList<>();
    for (int i = 0; i < 10 * SPEAKERS; i++) {
      CorpusClip clip =
          new CorpusClip("c", Path.of(i + ".wav"), "s" + i % SPEAKERS, "angry", "train");
      for (int copy = 0; copy < 3; copy++) {
        clips.add(new PreparedClip(clip, copy, new Sample(List.of(1), 1, new float[] {i})));
      }
    }
    return clips;
  }
}

package io.temperline.reference;

import io.temperline.speech.corpus.CorpusClip;
import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.evaluation.SpeakerFolds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How clips are divided into those to learn from and those to be judged by. */
public sealed interface Protocol {

  /**
   * @param clips each followed by its copies
   * @param copiesAreClips whether augmented copies are drawn like clips, where clips are drawn
   * @throws IllegalArgumentException where the clips cannot be divided so; the message says why
   */
  List<Division> divide(List<PreparedClip> clips, boolean copiesAreClips);

  /** As in "random split, 80/20". */
  String words();

  /**
   * Once, at random, whoever speaks: the same voices are learned from and judged.
   *
   * @param seed of the draw
   */
  record RandomSplit(long seed) implements Protocol {

    private static final double TEST = 0.2;

    @Override
    public List<Division> divide(List<PreparedClip> clips, boolean copiesAreClips) {
      List<PreparedClip> drawn =
          new ArrayList<>(clips.stream().filter(clip -> copiesAreClips || !clip.isCopy()).toList());
      Collections.shuffle(drawn, new Random(seed));
      int count = (int) Math.round(TEST * drawn.size());
      if (count == 0 || count == drawn.size()) {
        throw new IllegalArgumentException("there are too few clips to divide 80 to 20");
      }
      List<PreparedClip> test = drawn.subList(0, count);
      if (copiesAreClips) {
        return List.of(new Division(drawn.subList(count, drawn.size()), test));
      }
      Set<CorpusClip> tested = test.stream().map(PreparedClip::clip).collect(Collectors.toSet());
      return List.of(new Division(without(tested::contains, clips), test));
    }

    @Override
    public String words() {
      return "random split, 80 %% of the clips to learn from (seed %d)".formatted(seed);
    }
  }

  /**
   * Cross-validation by {@link SpeakerFolds}: nobody is learned from and judged.
   *
   * @param folds how many
   */
  record BySpeaker(int folds) implements Protocol {

    private static final byte[] UNHEARD = {};

    /** Copies are never judged. */
    @Override
    public List<Division> divide(List<PreparedClip> clips, boolean copiesAreClips) {
      // Who speaks is all that the folds are made by.
      List<HeardClip> speakers =
          clips.stream()
              .filter(clip -> !clip.isCopy())
              .map(clip -> new HeardClip(clip.clip(), UNHEARD))
              .toList();
      return new SpeakerFolds(speakers, folds)
          .folds().stream()
              .map(fold -> fold.heldOut().stream().map(HeardClip::clip).collect(Collectors.toSet()))
              .map(heldOut -> divided(clips, heldOut::contains))
              .toList();
    }

    private static Division divided(List<PreparedClip> clips, Predicate<CorpusClip> heldOut) {
      return new Division(
          without(heldOut, clips),
          clips.stream().filter(clip -> !clip.isCopy() && heldOut.test(clip.clip())).toList());
    }

    @Override
    public String words() {
      return "%d-fold cross-validation by speaker".formatted(folds);
    }
  }

  private static List<PreparedClip> without(
      Predicate<CorpusClip> unwanted, List<PreparedClip> clips) {
    return clips.stream().filter(clip -> !unwanted.test(clip.clip())).toList();
  }
}

package io.temperline.speech.evaluation;

import io.temperline.speech.corpus.CorpusClip;
import io.temperline.speech.corpus.HeardClip;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Cuts clips into folds for cross-validation by speaker (Kohavi, "A Study of Cross-Validation and
 * Bootstrap for Accuracy Estimation and Model Selection", IJCAI 1995, stratified): nobody is in
 * two. The speakers of a corpus and sex are dealt out in turn, by name, each such group going on
 * where the one before stopped, so that folds differ by one speaker at most in size and in every
 * group. Nothing is random.
 */
public final class SpeakerFolds {

  /**
   * One part of the clips for each purpose; no speaker is in two of them.
   *
   * @param heldOut what the fold's model is judged on
   * @param watched what its training is watched and calibrated on: of the next fold a speaker of
   *     each sex; empty where nobody would be left to learn from
   * @param train what it learns from
   */
  public record Fold(List<HeardClip> heldOut, List<HeardClip> watched, List<HeardClip> train) {}

  private record Speaker(String corpus, String name) {
    static Speaker of(CorpusClip clip) {
      return new Speaker(clip.corpus(), clip.speaker());
    }
  }

  private final List<HeardClip> clips;
  private final List<Set<Speaker>> folds;

  /**
   * @param folds how many, from 2 to the number of speakers
   */
  public SpeakerFolds(List<HeardClip> clips, int folds) {
    this.clips = List.copyOf(clips);
    this.folds = deal(strata(), folds);
    if (folds < 2 || this.folds.stream().anyMatch(Set::isEmpty)) {
      throw new IllegalArgumentException(
          "%d folds of %d speakers: take 2 folds at least, and a speaker for each"
              .formatted(folds, this.folds.stream().mapToInt(Set::size).sum()));
    }
  }

  /** All folds, in order. */
  public List<Fold> folds() {
    return IntStream.range(0, folds.size()).mapToObj(this::fold).toList();
  }

  private Fold fold(int index) {
    Set<Speaker> heldOut = folds.get(index);
    Set<Speaker> watched = oneOfEachSex(folds.get((index + 1) % folds.size()));
    List<HeardClip> train = of(who -> !heldOut.contains(who) && !watched.contains(who));
    return train.isEmpty()
        ? new Fold(of(heldOut::contains), List.of(), of(who -> !heldOut.contains(who)))
        : new Fold(of(heldOut::contains), of(watched::contains), train);
  }

  private List<HeardClip> of(Predicate<Speaker> wanted) {
    return clips.stream().filter(clip -> wanted.test(Speaker.of(clip.clip()))).toList();
  }

  private Set<Speaker> oneOfEachSex(Set<Speaker> fold) {
    Map<String, Speaker> bySex = new TreeMap<>();
    for (HeardClip clip : clips) {
      Speaker speaker = Speaker.of(clip.clip());
      if (fold.contains(speaker)) {
        bySex.putIfAbsent(clip.clip().sex().orElse(""), speaker);
      }
    }
    return Set.copyOf(bySex.values());
  }

  /** The names of the speakers by corpus and sex. */
  private Map<String, Set<Speaker>> strata() {
    Map<String, Set<Speaker>> strata = new TreeMap<>();
    for (HeardClip clip : clips) {
      String stratum = clip.clip().corpus() + '/' + clip.clip().sex().orElse("");
      strata
          .computeIfAbsent(stratum, key -> new TreeSet<>(Comparator.comparing(Speaker::name)))
          .add(Speaker.of(clip.clip()));
    }
    return strata;
  }

  private static List<Set<Speaker>> deal(Map<String, Set<Speaker>> strata, int count) {
    List<Set<Speaker>> folds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      folds.add(new LinkedHashSet<>());
    }
    int next = 0;
    for (Set<Speaker> stratum : strata.values()) {
      for (Speaker speaker : stratum) {
        folds.get(next++ % count).add(speaker);
      }
    }
    return folds;
  }
}

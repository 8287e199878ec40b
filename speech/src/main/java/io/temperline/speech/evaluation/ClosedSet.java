package io.temperline.speech.evaluation;

import java.util.List;
import java.util.TreeSet;

/**
 * The labels that occur among a set of clips, which alone compete for them: a corpus without
 * boredom cannot tell a model that is wrong about it.
 *
 * @param labels alphabetically, at least one
 */
record ClosedSet(List<String> labels) {

  ClosedSet {
    labels = List.copyOf(labels);
  }

  /**
   * @param judged at least one clip
   */
  static ClosedSet of(List<JudgedClip> judged) {
    if (judged.isEmpty()) {
      throw new IllegalArgumentException("there is no clip to evaluate");
    }
    return new ClosedSet(
        List.copyOf(new TreeSet<>(judged.stream().map(JudgedClip::emotion).toList())));
  }

  /** Index of the clip's true label. */
  int truth(JudgedClip clip) {
    return labels.indexOf(clip.emotion());
  }

  /** Index of the most probable of the labels; the first of equals. */
  int recognised(JudgedClip clip) {
    int best = 0;
    for (int i = 1; i < labels.size(); i++) {
      if (clip.probability(labels.get(i)) > clip.probability(labels.get(best))) {
        best = i;
      }
    }
    return best;
  }

  /** A label's share of the probability that the labels have together, [0, 1]. */
  double share(JudgedClip clip, String label) {
    double all = labels.stream().mapToDouble(clip::probability).sum();
    return all > 0 ? clip.probability(label) / all : 0;
  }
}

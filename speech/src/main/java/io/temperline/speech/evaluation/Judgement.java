package io.temperline.speech.evaluation;

import io.temperline.speech.corpus.CorpusClip;
import java.util.List;

/**
 * A clip of a corpus and what a model makes of it.
 *
 * @param clip who speaks in it, and where it comes from
 * @param judged its true label and the model's probabilities
 */
public record Judgement(CorpusClip clip, JudgedClip judged) {

  /** One speaker of one corpus: names are unique within a corpus only. */
  String speaker() {
    return clip.corpus() + '/' + clip.speaker();
  }

  static List<JudgedClip> judged(List<Judgement> judgements) {
    return judgements.stream().map(Judgement::judged).toList();
  }
}

package io.temperline.speech.evaluation;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.EmotionScorer;
import java.util.List;

/** Measures a model on labelled clips. */
public final class Evaluator {

  private final EmotionModel model;
  private final ClipJudge judge;

  public Evaluator(EmotionModel model) {
    this.model = model;
    this.judge =
        new ClipJudge(model.manifest().window().length(), model.manifest().windowFeatures());
  }

  /** One evaluation over all the clips together, at least one. */
  public Evaluation evaluate(List<HeardClip> clips) {
    try (EmotionScorer scorer = model.newScorer()) {
      return Evaluation.of(clips.stream().map(clip -> judge.judge(clip, scorer)).toList());
    }
  }
}

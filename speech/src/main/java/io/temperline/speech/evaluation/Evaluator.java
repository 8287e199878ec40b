package io.temperline.speech.evaluation;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.EmotionScorer;
import java.util.List;

/** Measures a model on labelled clips. */
public final class Evaluator {

  private final EmotionModel model;
  private final ClipJudge judge;

  /**
   * @param model stays the caller's to close
   */
  public Evaluator(EmotionModel model) {
    this.model = model;
    this.judge =
        new ClipJudge(model.manifest().window().length(), model.manifest().windowFeatures());
  }

  /** One evaluation over all the clips together, at least one. */
  public Evaluation evaluate(List<HeardClip> clips) {
    return Evaluation.of(Judgement.judged(judge(clips)));
  }

  /** What the model makes of each clip, in order. */
  public List<Judgement> judge(List<HeardClip> clips) {
    try (EmotionScorer scorer = model.newScorer()) {
      return clips.stream()
          .map(clip -> new Judgement(clip.clip(), judge.judge(clip, scorer)))
          .toList();
    }
  }
}

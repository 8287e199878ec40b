package io.temperline.standalone.speech;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.evaluation.BeginningTrial;
import io.temperline.speech.evaluation.CallComposer;
import io.temperline.speech.evaluation.CallOutcome;
import io.temperline.speech.evaluation.Condition;
import io.temperline.speech.evaluation.ConditionTrial;
import io.temperline.speech.evaluation.Evaluator;
import io.temperline.speech.evaluation.Judgement;
import io.temperline.speech.evaluation.Outcome;
import io.temperline.speech.model.EmotionModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model is put to.
 *
 * @param conditions whether the clips are also judged under {@link Condition#STANDARD}
 * @param calls whether calls are put together from them
 */
record Trial(boolean conditions, boolean calls) {

  private static final long SEED = 1;

  /** What the model makes of the clips, at least one. */
  Outcome of(EmotionModel model, List<HeardClip> clips) {
    return new Outcome(
        new Evaluator(model).judge(clips),
        underConditions(model, clips),
        calls ? inCalls(model, clips) : List.of());
  }

  private Map<String, List<Judgement>> underConditions(EmotionModel model, List<HeardClip> clips) {
    Map<String, List<Judgement>> judgements = new LinkedHashMap<>();
    judgements.put(BeginningTrial.NAME, new BeginningTrial(model).judge(clips));
    if (conditions) {
      judgements.putAll(
          new ConditionTrial(model, Condition.STANDARD)
              .judge(clips.stream().map(HeardClip::clip).toList()));
    }
    return judgements;
  }

  private static List<CallOutcome> inCalls(EmotionModel model, List<HeardClip> clips) {
    AngerWatch watch = new AngerWatch(model);
    return new CallComposer(SEED).compose(clips).stream().map(watch::watch).toList();
  }
}

package io.temperline.speech.evaluation;

import io.temperline.speech.corpus.ClipLoader;
import io.temperline.speech.corpus.CorpusClip;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.EmotionScorer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Judges the same clips under several conditions. */
public final class ConditionTrial {

  private final EmotionModel model;
  private final List<Condition> conditions;
  private final ClipJudge judge;

  /**
   * @param model stays the caller's to close
   */
  public ConditionTrial(EmotionModel model, List<Condition> conditions) {
    this.model = model;
    this.conditions = List.copyOf(conditions);
    this.judge = new ClipJudge(model.manifest().window().length(), model.manifest().features());
  }

  /**
   * What the model makes of the clips, by condition, in the conditions' order.
   *
   * @throws io.temperline.speech.audio.UnreadableRecordingException where a clip cannot be read
   */
  public Map<String, List<Judgement>> judge(List<CorpusClip> clips) {
    Map<String, List<Judgement>> judgements = new LinkedHashMap<>();
    conditions.forEach(condition -> judgements.put(condition.name(), new ArrayList<>()));
    try (EmotionScorer scorer = model.newScorer()) {
      for (CorpusClip clip : clips) {
        float[] clean = ClipLoader.clean(clip);
        for (Condition condition : conditions) {
          float[] heard = condition.change().apply(clean, randomFor(clip, condition));
          judgements
              .get(condition.name())
              .add(new Judgement(clip, judge.judge(clip.emotion(), heard, scorer)));
        }
      }
    }
    return judgements;
  }

  /** The same for a clip wherever its corpus lies and whatever else is judged. */
  private static Random randomFor(CorpusClip clip, Condition condition) {
    String key = clip.corpus() + '/' + clip.file().getFileName() + '/' + condition.name();
    return new Random(key.hashCode());
  }
}

package io.temperline.speech.evaluation;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.model.CallerBaseline;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.EmotionScorer;
import io.temperline.speech.model.WindowScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges clips as a call hears them whose caller was calm at first: against the windows of other
 * neutral clips of the same speaker, in their order, as many as make a beginning. Clips of speakers
 * without any are left out, and all where the model's manifest does not say what calm speech is
 * like.
 */
public final class BeginningTrial {

  /** What the clips went through. */
  public static final String NAME = "after a calm beginning";

  private final EmotionModel model;
  private final ClipJudge judge;

  /**
   * @param model stays the caller's to close
   */
  public BeginningTrial(EmotionModel model) {
    this.model = model;
    this.judge =
        new ClipJudge(model.manifest().window().length(), model.manifest().windowFeatures());
  }

  /** What the model makes of the clips that something is known about the speakers of. */
  public List<Judgement> judge(List<HeardClip> clips) {
    if (model.manifest().calmLogits().isEmpty()) {
      return List.of();
    }
    Map<HeardClip, List<WindowScore>> scores = scores(clips);
    List<Judgement> judgements = new ArrayList<>();
    scores.forEach(
        (clip, windows) -> {
          CallerBaseline beginning = beginning(clip, scores);
          if (beginning.windows() > 0) {
            judgements.add(
                new Judgement(
                    clip.clip(),
                    JudgedClip.of(
                        clip.clip().emotion(),
                        windows.stream().map(window -> window.against(beginning)).toList())));
          }
        });
    return judgements;
  }

  private Map<HeardClip, List<WindowScore>> scores(List<HeardClip> clips) {
    Map<HeardClip, List<WindowScore>> scores = new LinkedHashMap<>();
    try (EmotionScorer scorer = model.newScorer()) {
      clips.forEach(clip -> scores.put(clip, scorer.score(judge.windowsOf(clip))));
    }
    return scores;
  }

  private static CallerBaseline beginning(
      HeardClip clip, Map<HeardClip, List<WindowScore>> scores) {
    CallerBaseline beginning = CallerBaseline.NONE;
    for (Map.Entry<HeardClip, List<WindowScore>> other : scores.entrySet()) {
      if (other.getKey() != clip && isNeutralSpeechOfTheSame(clip, other.getKey())) {
        for (WindowScore window : other.getValue()) {
          beginning = beginning.with(window);
        }
      }
    }
    return beginning;
  }

  private static boolean isNeutralSpeechOfTheSame(HeardClip clip, HeardClip other) {
    return other.clip().emotion().equals(CallerBaseline.NEUTRAL)
        && other.clip().speaker().equals(clip.clip().speaker())
        && other.clip().corpus().equals(clip.clip().corpus());
  }
}

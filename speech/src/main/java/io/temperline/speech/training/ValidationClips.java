package io.temperline.speech.training;

import io.temperline.speech.corpus.HeardClip;
import io.temperline.speech.evaluation.ClipJudge;
import io.temperline.speech.evaluation.Evaluation;
import io.temperline.speech.evaluation.JudgedClip;
import io.temperline.speech.model.EmotionModel;
import io.temperline.speech.model.EmotionNetwork;
import io.temperline.speech.model.EmotionScorer;
import io.temperline.speech.model.ModelManifest;
import io.temperline.speech.model.WindowScore;
import java.util.ArrayList;
import java.util.List;

/** Clips of speakers that the network does not learn from, cut into windows once. */
final class ValidationClips {

  private record Clip(String speaker, String emotion, List<float[]> windows) {}

  private final List<Clip> clips = new ArrayList<>();

  ValidationClips(List<HeardClip> heard, ModelManifest manifest) {
    ClipJudge judge = new ClipJudge(manifest.window().length(), manifest.features());
    for (HeardClip clip : heard) {
      String speaker = clip.clip().corpus() + '/' + clip.clip().speaker();
      clips.add(new Clip(speaker, clip.clip().emotion(), judge.windowsOf(clip)));
    }
  }

  boolean isEmpty() {
    return clips.isEmpty();
  }

  /** How well a network recognises the clips, of which there must be some. */
  Evaluation evaluate(ModelManifest manifest, EmotionNetwork network) {
    try (EmotionModel model = EmotionModel.of(manifest, network);
        EmotionScorer scorer = model.newScorer()) {
      return Evaluation.of(
          clips.stream()
              .map(
                  clip ->
                      JudgedClip.of(
                          clip.emotion(),
                          scorer.score(clip.windows()).stream().map(WindowScore::alone).toList()))
              .toList());
    }
  }

  /** What a network says about every window. */
  List<Calibration.Outcome> outcomes(ModelManifest manifest, EmotionNetwork network) {
    List<Calibration.Outcome> outcomes = new ArrayList<>();
    try (EmotionModel model = EmotionModel.of(manifest, network);
        EmotionScorer scorer = model.newScorer()) {
      for (Clip clip : clips) {
        int label = manifest.labels().indexOf(clip.emotion());
        for (WindowScore score : scorer.score(clip.windows())) {
          outcomes.add(new Calibration.Outcome(clip.speaker(), score.logits(), label));
        }
      }
    }
    return outcomes;
  }
}

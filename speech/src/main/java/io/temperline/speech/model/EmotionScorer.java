package io.temperline.speech.model;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores windows on one thread. Windows go through the network in padded batches of {@value
 * #BATCH}, so that a window's scores are the same bits whatever else is scored beside it.
 */
public final class EmotionScorer implements WindowScorer {

  private final ModelManifest manifest;
  private final Predictor<List<float[]>, List<float[]>> predictor;

  EmotionScorer(ModelManifest manifest, Model model) {
    this.manifest = manifest;
    this.predictor = model.newPredictor(new WindowBatchTranslator(InputRows.of(manifest)));
  }

  @Override
  public List<EmotionScores> score(List<float[]> windows) {
    List<EmotionScores> scores = new ArrayList<>(windows.size());
    for (float[] logits : logits(windows)) {
      scores.add(scoresOf(logits));
    }
    return scores;
  }

  /** What the softmax makes the network's probabilities of, for calibration. */
  public List<float[]> logits(List<float[]> windows) {
    List<float[]> logits = new ArrayList<>(windows.size());
    for (int from = 0; from < windows.size(); from += BATCH) {
      logits.addAll(forward(windows.subList(from, Math.min(from + BATCH, windows.size()))));
    }
    NetworkOutput output = manifest.network().output();
    for (float[] row : logits) {
      for (int i = 0; i < row.length; i++) {
        row[i] = output.logit(row[i]);
      }
    }
    return logits;
  }

  private List<float[]> forward(List<float[]> batch) {
    try {
      return predictor.predict(batch);
    } catch (TranslateException e) {
      throw new IllegalStateException("the model failed to score a batch of windows", e);
    }
  }

  private EmotionScores scoresOf(float[] logits) {
    float[] probabilities = Softmax.of(logits, manifest.temperature());
    if (Float.isNaN(probabilities[0])) {
      return nothingHeard();
    }
    return scores(probabilities, manifest.uncertainBelow());
  }

  /** A network that gives no numbers for a window knows nothing of it; the call goes on. */
  private EmotionScores nothingHeard() {
    float[] equal = new float[manifest.labels().size()];
    Arrays.fill(equal, 1f / equal.length);
    return scores(equal, 1);
  }

  private EmotionScores scores(float[] probabilities, float uncertainBelow) {
    Map<String, Float> byLabel = new LinkedHashMap<>();
    for (int i = 0; i < probabilities.length; i++) {
      byLabel.put(manifest.labels().get(i), probabilities[i]);
    }
    return new EmotionScores(byLabel, uncertainBelow);
  }

  @Override
  public void close() {
    predictor.close();
  }
}

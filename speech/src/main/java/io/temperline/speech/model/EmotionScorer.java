package io.temperline.speech.model;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import java.util.ArrayList;
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
    this.predictor = model.newPredictor(new WindowBatchTranslator(manifest));
  }

  @Override
  public List<EmotionScores> score(List<float[]> logMels) {
    List<EmotionScores> scores = new ArrayList<>(logMels.size());
    for (float[] logits : logits(logMels)) {
      scores.add(scoresOf(logits));
    }
    return scores;
  }

  /** The network's raw outputs, for calibration. */
  public List<float[]> logits(List<float[]> logMels) {
    List<float[]> logits = new ArrayList<>(logMels.size());
    for (int from = 0; from < logMels.size(); from += BATCH) {
      logits.addAll(forward(logMels.subList(from, Math.min(from + BATCH, logMels.size()))));
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
    Map<String, Float> byLabel = new LinkedHashMap<>();
    for (int i = 0; i < probabilities.length; i++) {
      byLabel.put(manifest.labels().get(i), probabilities[i]);
    }
    return new EmotionScores(byLabel, manifest.uncertainBelow());
  }

  @Override
  public void close() {
    predictor.close();
  }
}

package io.temperline.speech.model;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.translate.TranslateException;
import java.util.ArrayList;
import java.util.List;

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
  public List<WindowScore> score(List<float[]> windows) {
    List<WindowScore> scores = new ArrayList<>(windows.size());
    for (int from = 0; from < windows.size(); from += BATCH) {
      forward(windows.subList(from, Math.min(from + BATCH, windows.size())))
          .forEach(outputs -> scores.add(score(outputs)));
    }
    return scores;
  }

  private WindowScore score(float[] outputs) {
    float[] logits = new float[outputs.length];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = manifest.network().output().logit(outputs[i]);
    }
    return new WindowScore(manifest, logits);
  }

  private List<float[]> forward(List<float[]> batch) {
    try {
      return predictor.predict(batch);
    } catch (TranslateException e) {
      throw new IllegalStateException("the model failed to score a batch of windows", e);
    }
  }

  @Override
  public void close() {
    predictor.close();
  }
}

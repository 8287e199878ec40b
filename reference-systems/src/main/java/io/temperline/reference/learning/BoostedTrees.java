package io.temperline.reference.learning;

import io.temperline.reference.sound.Sample;
import io.temperline.speech.training.TrainingListener;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Trees that were boosted on examples. */
final class BoostedTrees implements Trained {

  private final Booster booster;

  private BoostedTrees(Booster booster) {
    this.booster = booster;
  }

  static BoostedTrees train(
      BoostedTreesRecipe recipe, Examples examples, long seed, TrainingListener listener) {
    try {
      DMatrix matrix = matrix(examples.samples());
      try {
        matrix.setLabel(floats(examples.labels()));
        listener.begin(0, 1);
        Booster booster =
            XGBoost.train(
                matrix,
                settings(recipe, examples.labelCount(), seed),
                recipe.rounds(),
                Map.of(),
                null,
                null);
        listener.step(1, 1);
        return new BoostedTrees(booster);
      } finally {
        matrix.dispose();
      }
    } catch (XGBoostError e) {
      throw new UnusableClassifierException("XGBoost: " + e.getMessage());
    }
  }

  private static Map<String, Object> settings(BoostedTreesRecipe recipe, int labels, long seed) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("objective", "multi:softprob");
    settings.put("num_class", labels);
    settings.put("max_depth", recipe.maxDepth());
    settings.put("eta", recipe.learningRate());
    settings.put("subsample", recipe.sampleShare());
    settings.put("colsample_bytree", recipe.columnShare());
    settings.put("tree_method", "hist");
    settings.put("seed", seed);
    settings.put("verbosity", 0);
    settings.put("nthread", 1); // so that the result does not depend on the machine
    return settings;
  }

  private static DMatrix matrix(List<Sample> samples) throws XGBoostError {
    int columns = samples.get(0).values().length;
    float[] values = new float[Math.multiplyExact(samples.size(), columns)];
    for (int row = 0; row < samples.size(); row++) {
      System.arraycopy(samples.get(row).values(), 0, values, row * columns, columns);
    }
    return new DMatrix(values, samples.size(), columns, Float.NaN);
  }

  private static float[] floats(List<Integer> labels) {
    float[] floats = new float[labels.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = labels.get(i);
    }
    return floats;
  }

  @Override
  public List<float[]> probabilities(List<Sample> samples) {
    try {
      DMatrix matrix = matrix(samples);
      try {
        return List.of(booster.predict(matrix));
      } finally {
        matrix.dispose();
      }
    } catch (XGBoostError e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    booster.dispose();
  }
}

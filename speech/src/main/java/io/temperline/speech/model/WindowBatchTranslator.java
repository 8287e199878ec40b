package io.temperline.speech.model;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Between windows and the network's tensors; no tensor leaves it. */
final class WindowBatchTranslator implements NoBatchifyTranslator<List<float[]>, List<float[]>> {

  private static final String WINDOWS = "windows";

  private final int bands;

  WindowBatchTranslator(ModelManifest manifest) {
    bands = manifest.features().bands();
  }

  @Override
  public NDList processInput(TranslatorContext context, List<float[]> windows) {
    context.setAttachment(WINDOWS, windows.size());
    int size = windows.get(0).length;
    float[] batch = new float[EmotionScorer.BATCH * size];
    for (int i = 0; i < windows.size(); i++) {
      requireSize(windows.get(i).length, size);
      float[] levelled = LevelNormalizer.normalize(windows.get(i), bands);
      System.arraycopy(levelled, 0, batch, i * size, size);
    }
    return new NDList(
        context.getNDManager().create(batch, new Shape(EmotionScorer.BATCH, size / bands, bands)));
  }

  @Override
  public List<float[]> processOutput(TranslatorContext context, NDList outputs) {
    float[] logits = outputs.singletonOrThrow().toFloatArray();
    int labels = logits.length / EmotionScorer.BATCH;
    int windows = (Integer) context.getAttachment(WINDOWS);
    List<float[]> rows = new ArrayList<>(windows);
    for (int i = 0; i < windows; i++) {
      rows.add(Arrays.copyOfRange(logits, i * labels, (i + 1) * labels));
    }
    return rows;
  }

  private void requireSize(int actual, int expected) {
    if (actual != expected || actual % bands != 0) {
      throw new IllegalArgumentException(
          "a window of %d values is not as long as the others, %d, or not of %d bands"
              .formatted(actual, expected, bands));
    }
  }
}

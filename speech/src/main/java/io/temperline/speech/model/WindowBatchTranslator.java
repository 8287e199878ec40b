package io.temperline.speech.model;

import ai.djl.ndarray.NDList;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Between windows and the network's tensors; no tensor leaves it. */
final class WindowBatchTranslator implements NoBatchifyTranslator<List<float[]>, List<float[]>> {

  private static final String WINDOWS = "windows";

  private final InputRows rows;

  WindowBatchTranslator(InputRows rows) {
    this.rows = rows;
  }

  @Override
  public NDList processInput(TranslatorContext context, List<float[]> windows) {
    context.setAttachment(WINDOWS, windows.size());
    int size = windows.get(0).length;
    float[] batch = new float[0];
    for (int i = 0; i < windows.size(); i++) {
      requireSize(windows.get(i).length, size);
      float[] row = rows.row(windows.get(i));
      batch = i == 0 ? new float[EmotionScorer.BATCH * row.length] : batch;
      System.arraycopy(row, 0, batch, i * row.length, row.length);
    }
    return new NDList(
        context.getNDManager().create(batch, rows.batch(batch.length / EmotionScorer.BATCH)));
  }

  @Override
  public List<float[]> processOutput(TranslatorContext context, NDList outputs) {
    float[] values = outputs.singletonOrThrow().toFloatArray();
    int labels = values.length / EmotionScorer.BATCH;
    int windows = (Integer) context.getAttachment(WINDOWS);
    List<float[]> perWindow = new ArrayList<>(windows);
    for (int i = 0; i < windows; i++) {
      perWindow.add(Arrays.copyOfRange(values, i * labels, (i + 1) * labels));
    }
    return perWindow;
  }

  private static void requireSize(int actual, int expected) {
    if (actual != expected) {
      throw new IllegalArgumentException(
          "a window of %d values is not as long as the others, %d".formatted(actual, expected));
    }
  }
}

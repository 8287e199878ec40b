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
    return new NDList(rows.batch(windows, context.getNDManager()));
  }

  @Override
  public List<float[]> processOutput(TranslatorContext context, NDList tensors) {
    float[] values = tensors.singletonOrThrow().toFloatArray();
    int outputs = values.length / EmotionScorer.BATCH;
    int windows = (Integer) context.getAttachment(WINDOWS);
    List<float[]> perWindow = new ArrayList<>(windows);
    for (int i = 0; i < windows; i++) {
      perWindow.add(Arrays.copyOfRange(values, i * outputs, (i + 1) * outputs));
    }
    return perWindow;
  }
}

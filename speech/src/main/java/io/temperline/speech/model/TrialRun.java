package io.temperline.speech.model;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lets a network score a batch of made-up windows before it is used, and refuses a misfit. A
 * TorchScript network's first run also puts it into evaluation mode, before threads share it.
 */
final class TrialRun {

  private final ModelFiles files;
  private final ModelManifest manifest;
  private final Model model;
  private final String file;

  TrialRun(ModelFiles files, ModelManifest manifest, Model model) {
    this.files = files;
    this.manifest = manifest;
    this.model = model;
    file = manifest.network().file();
  }

  /**
   * @throws UnusableModelException where the windows do not fit their features, or the network does
   *     not take them, does not give a number for each window and label, or gives a window other
   *     numbers beside other windows
   */
  void requireFit() {
    List<float[]> windows = windows();
    requireNumbers(outputsFor(windows));
    requireIndependence(windows);
  }

  private List<float[]> windows() {
    try {
      return TrialSound.windows(manifest);
    } catch (IllegalArgumentException e) {
      throw files.unusable(ModelFiles.MANIFEST + ": " + e.getMessage(), e);
    }
  }

  /** The network's raw outputs, row after row. */
  private float[] outputsFor(List<float[]> windows) {
    try (NDManager manager = model.getNDManager().newSubManager();
        Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator());
        NDList outputs = forward(predictor, InputRows.of(manifest).batch(windows, manager))) {
      requireShape(outputs);
      return outputs.get(0).toFloatArray();
    }
  }

  private NDList forward(Predictor<NDList, NDList> predictor, NDArray input) {
    try {
      return predictor.predict(new NDList(input));
    } catch (TranslateException | RuntimeException e) {
      throw files.unusable(
          "%s fails on what %s describes, %s of %s (%s): correct network.input, features or window"
              .formatted(
                  file,
                  ModelFiles.MANIFEST,
                  manifest.network().input() instanceof NetworkInput.Waveform
                      ? "samples"
                      : "log-mel frames",
                  input.getShape(),
                  reason(e)),
          e);
    }
  }

  private void requireShape(NDList outputs) {
    Shape wanted = new Shape(WindowScorer.BATCH, manifest.labels().size());
    boolean fits =
        outputs.size() == 1
            && outputs.get(0).getShape().equals(wanted)
            && outputs.get(0).getDataType() == DataType.FLOAT32;
    if (!fits) {
      throw refusal(
          "%s gives %s for a batch of %d windows; the %d labels of %s ask for one tensor of float32 %s:"
                  .formatted(
                      file,
                      described(outputs),
                      WindowScorer.BATCH,
                      manifest.labels().size(),
                      ModelFiles.MANIFEST,
                      wanted)
              + " correct labels, or the network");
    }
  }

  private void requireNumbers(float[] outputs) {
    int labels = manifest.labels().size();
    for (int from = 0; from < outputs.length; from += labels) {
      float[] row = Arrays.copyOfRange(outputs, from, from + labels);
      for (float output : row) {
        if (!Float.isFinite(output)) {
          throw refusal("%s gives %s where it must give numbers".formatted(file, output));
        }
      }
      if (!manifest.network().output().allows(row)) {
        throw refusal(
            "%s gives %s, which are no probabilities: say \"output\": \"LOGITS\" in %s, or end the"
                    .formatted(file, Arrays.toString(row), ModelFiles.MANIFEST)
                + " network with a softmax");
      }
    }
  }

  private void requireIndependence(List<float[]> windows) {
    try (EmotionScorer scorer = new EmotionScorer(manifest, model)) {
      List<WindowScore> together = scorer.score(windows);
      for (int i = 0; i < windows.size(); i++) {
        WindowScore alone = scorer.score(List.of(windows.get(i))).get(0);
        if (!Arrays.equals(alone.logits(), together.get(i).logits())) {
          throw refusal(
              "%s gives a window other scores beside other windows or at another time: let it keep"
                      .formatted(file)
                  + " the rows of a batch apart and draw nothing at random");
        }
      }
    }
  }

  private UnusableModelException refusal(String problem) {
    return files.unusable(problem, null);
  }

  private static String described(NDList outputs) {
    return outputs.isEmpty()
        ? "nothing"
        : outputs.stream()
            .map(
                output ->
                    output.getDataType().name().toLowerCase(Locale.ROOT) + " " + output.getShape())
            .collect(Collectors.joining(" and "));
  }

  /** PyTorch tells the reason in the last line of a trace. */
  private static String reason(Exception e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    List<String> lines =
        String.valueOf(root.getMessage()).lines().filter(line -> !line.isBlank()).toList();
    return lines.isEmpty()
        ? root.getClass().getSimpleName()
        : lines.get(lines.size() - 1).replaceFirst("^\\s*[\\w.]*Error: ", "");
  }
}

package io.temperline.speech.model;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.window.WindowConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Untrained models and made-up windows, the same at every run. */
public final class Models {

  public static final List<String> LABELS = List.of("neutral", "sad", "angry");

  public static final NetworkShape SMALL =
      new NetworkShape(
          List.of(new NetworkShape.Stage(8, 5, 4, 4), new NetworkShape.Stage(8, 3, 2, 2)),
          List.of(8, 8),
          8,
          NetworkShape.Pooling.STATISTICS,
          0.1f);

  private Models() {}

  public static ModelManifest manifest() {
    return new ModelManifest(
        "test",
        "7",
        "features-1",
        "calibration-1",
        LABELS,
        WindowConfig.DEFAULT,
        LogMelConfig.TELEPHONE,
        SMALL,
        1.5f,
        0.3f,
        List.of(2f, 0f, -1f),
        "");
  }

  /** Writes an untrained model. */
  public static ModelManifest write(Path folder) throws IOException {
    TorchEngine.forScoring().setRandomSeed(1);
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      EmotionNetwork network = new EmotionNetwork(SMALL, LABELS.size());
      network.initialize(manager, DataType.FLOAT32, new Shape(1, 298, 64));
      return ModelFiles.write(folder, manifest(), network);
    }
  }

  /** A window of log-mel values between -80 and 0 dB. */
  public static float[] window(long seed) {
    Random random = new Random(seed);
    float[] window = new float[298 * 64];
    for (int i = 0; i < window.length; i++) {
      window[i] = -80 * random.nextFloat();
    }
    return window;
  }
}

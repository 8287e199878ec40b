package io.temperline.speech.model;

import ai.djl.engine.Engine;

/**
 * Starts the PyTorch engine with the settings that the whole process shares: nothing is downloaded,
 * no usage is reported, and one thread computes each call, so that scores do not depend on the
 * machine's cores and stream threads do not fight over them.
 */
public final class TorchEngine {

  private TorchEngine() {}

  /** Starts the engine for scoring: one thread. Later calls change nothing. */
  public static Engine forScoring() {
    return start(1);
  }

  /** Starts the engine for training, unless it runs already: every core computes. */
  public static Engine forTraining() {
    return start(Runtime.getRuntime().availableProcessors());
  }

  private static Engine start(int threads) {
    setDefault("OPT_OUT_TRACKING", "true");
    setDefault("ai.djl.offline", "true");
    setDefault("ai.djl.pytorch.num_threads", Integer.toString(threads));
    setDefault("ai.djl.pytorch.num_interop_threads", "1");
    // Optimised while it runs, a TorchScript network's last digits would change with the runs.
    setDefault("ai.djl.pytorch.graph_optimizer", "false");
    return Engine.getEngine("PyTorch");
  }

  private static void setDefault(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}

package io.temperline.speech.model;

import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;

/**
 * A trained network and what its manifest says about it. Threads share it; each takes a scorer of
 * its own.
 */
public final class EmotionModel implements AutoCloseable {

  private static final String ENGINE = "PyTorch";

  private final ModelManifest manifest;
  private final Model model;

  private EmotionModel(ModelManifest manifest, Model model) {
    this.manifest = manifest;
    this.model = model;
  }

  /**
   * A model of a network as it is now: its parameters are copied.
   *
   * @param manifest must describe the network
   * @param network initialised; stays the caller's
   */
  public static EmotionModel of(ModelManifest manifest, EmotionNetwork network) {
    TorchEngine.forScoring();
    Model model = Model.newInstance(manifest.name(), ENGINE);
    model.setBlock(network.folded(model.getNDManager(), input(manifest)));
    return new EmotionModel(manifest, model);
  }

  /** The model that comes with the program. */
  public static EmotionModel shipped() {
    return load(ModelFiles.shipped());
  }

  /**
   * The model in a folder that training wrote.
   *
   * @throws UnusableModelException where it is missing, damaged or does not fit its manifest
   */
  public static EmotionModel load(Path folder) {
    return load(ModelFiles.in(folder));
  }

  private static EmotionModel load(ModelFiles files) {
    TorchEngine.forScoring();
    ModelManifest manifest = files.manifest();
    try (NDManager manager = NDManager.newBaseManager(ENGINE)) {
      EmotionNetwork network = new EmotionNetwork(manifest.network(), manifest.labels().size());
      network.initialize(manager, DataType.FLOAT32, input(manifest));
      files.load(network, manager);
      return of(manifest, network);
    }
  }

  private static Shape input(ModelManifest manifest) {
    return new Shape(WindowScorer.BATCH, manifest.frames(), manifest.features().bands());
  }

  /** What the model says about itself. */
  public ModelManifest manifest() {
    return manifest;
  }

  /** A scorer for one thread. */
  public EmotionScorer newScorer() {
    return new EmotionScorer(manifest, model);
  }

  @Override
  public void close() {
    model.close();
  }
}

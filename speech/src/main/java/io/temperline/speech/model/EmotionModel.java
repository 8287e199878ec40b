package io.temperline.speech.model;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
   * The model in a folder: one that training wrote, or a TorchScript file with a manifest. It is
   * tried out before it is returned.
   *
   * @throws UnusableModelException where it is missing, damaged or does not fit its manifest
   */
  public static EmotionModel load(Path folder) {
    return load(ModelFiles.in(folder));
  }

  private static EmotionModel load(ModelFiles files) {
    TorchEngine.forScoring();
    ModelManifest manifest = files.manifest();
    EmotionModel loaded =
        manifest.network() instanceof NetworkShape shape
            ? trained(files, manifest, shape)
            : torchScript(files, manifest);
    try {
      new TrialRun(files, manifest, loaded.model).requireFit();
      return loaded;
    } catch (UnusableModelException e) {
      loaded.close();
      throw e;
    }
  }

  private static EmotionModel trained(
      ModelFiles files, ModelManifest manifest, NetworkShape shape) {
    try (NDManager manager = NDManager.newBaseManager(ENGINE)) {
      EmotionNetwork network = new EmotionNetwork(shape, manifest.labels().size());
      network.initialize(manager, DataType.FLOAT32, input(manifest));
      files.load(network, manager);
      return of(manifest, network);
    }
  }

  private static EmotionModel torchScript(ModelFiles files, ModelManifest manifest) {
    byte[] network = files.network(manifest);
    Model model = Model.newInstance(manifest.name(), ENGINE);
    try {
      model.load(new ByteArrayInputStream(network));
      return new EmotionModel(manifest, model);
    } catch (IOException | MalformedModelException | EngineException e) {
      model.close();
      throw files.unusable(
          "%s is no TorchScript file: write it with torch.jit.script(network).save(\"%1$s\")"
              .formatted(manifest.network().file()),
          e);
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

package io.temperline.speech.model;

/**
 * The network behind a model: one of this project's own architecture, or a TorchScript file of the
 * user's own.
 */
public sealed interface ModelNetwork permits NetworkShape, TorchScript {

  /** The file in the model's folder that holds it. */
  default String file() {
    return ModelFiles.WEIGHTS;
  }

  /** What it takes: levelled log-mel frames, unless it says otherwise. */
  default NetworkInput input() {
    return new NetworkInput.LogMel(true);
  }

  /** What it gives: logits, unless it says otherwise. */
  default NetworkOutput output() {
    return NetworkOutput.LOGITS;
  }
}

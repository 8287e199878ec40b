package io.temperline.speech.model;

import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.window.WindowConfig;
import java.util.List;

/**
 * What a model's folder says about it in {@code model.json}.
 *
 * @param name what the model is called
 * @param version of the weights
 * @param featureVersion of the features that it was trained on
 * @param calibrationVersion of the temperature and of the threshold
 * @param labels classes in the order of the network's outputs
 * @param window length that it was trained on, and the hop it is meant for
 * @param features what a window is turned into
 * @param network the architecture of the weights
 * @param temperature divides the logits before the softmax, above 0 (Guo et al., "On Calibration of
 *     Modern Neural Networks", ICML 2017)
 * @param uncertainBelow confidence below which no emotion is named, [0, 1]
 * @param weightsSha256 checksum of the weights, lower-case hexadecimal
 */
public record ModelManifest(
    String name,
    String version,
    String featureVersion,
    String calibrationVersion,
    List<String> labels,
    WindowConfig window,
    LogMelConfig features,
    NetworkShape network,
    float temperature,
    float uncertainBelow,
    String weightsSha256) {

  public ModelManifest {
    labels = List.copyOf(labels);
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("labels are missing");
    }
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature must be above 0");
    }
    if (!(uncertainBelow >= 0 && uncertainBelow <= 1)) {
      throw new IllegalArgumentException("uncertainBelow must be between 0 and 1");
    }
  }

  /** Samples of one window. */
  public int windowSamples() {
    return Math.toIntExact(window.length().toMillis() * features.sampleRate() / 1000);
  }

  /** Log-mel frames of one window. */
  public int frames() {
    return features.framesIn(windowSamples());
  }

  /** The same model with another calibration. */
  public ModelManifest calibrated(String calibration, float newTemperature, float threshold) {
    return new ModelManifest(
        name,
        version,
        featureVersion,
        calibration,
        labels,
        window,
        features,
        network,
        newTemperature,
        threshold,
        weightsSha256);
  }

  /** The same model with the checksum of its weights. */
  public ModelManifest withWeights(String sha256) {
    return new ModelManifest(
        name,
        version,
        featureVersion,
        calibrationVersion,
        labels,
        window,
        features,
        network,
        temperature,
        uncertainBelow,
        sha256);
  }
}

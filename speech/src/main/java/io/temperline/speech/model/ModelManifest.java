package io.temperline.speech.model;

import io.temperline.speech.audio.TelephoneLine;
import io.temperline.speech.features.LogMelConfig;
import io.temperline.speech.features.Waveform;
import io.temperline.speech.features.WindowFeatures;
import io.temperline.speech.window.WindowConfig;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;

/**
 * What a model's folder says about it in {@code model.json}.
 *
 * @param name what the model is called
 * @param version of the weights
 * @param featureVersion of the features that it was trained on
 * @param calibrationVersion of the temperature and of the threshold
 * @param labels classes in the order of the network's outputs, each once
 * @param window length that it was trained on, 0.5 to 30 s, and the hop it is meant for, at least
 *     0.1 s
 * @param features the log-mel frames of networks that take them, of 8 kHz audio
 * @param network what scores a window
 * @param temperature divides the logits before the softmax, above 0 (Guo et al., "On Calibration of
 *     Modern Neural Networks", ICML 2017)
 * @param uncertainBelow confidence below which no emotion is named, [0, 1]
 * @param calmLogits the mean logits of neutral speech that passes for calm, by label, which calls'
 *     beginnings are compared with, see {@link CallerBaseline}; empty where that is not known
 * @param weightsSha256 checksum of the network's file, lower-case hexadecimal; may be empty for a
 *     {@link TorchScript}
 */
public record ModelManifest(
    String name,
    String version,
    String featureVersion,
    String calibrationVersion,
    List<String> labels,
    WindowConfig window,
    LogMelConfig features,
    ModelNetwork network,
    float temperature,
    float uncertainBelow,
    List<Float> calmLogits,
    String weightsSha256) {

  private static final int LONGEST_LABEL = 40;
  private static final Duration SHORTEST_WINDOW = Duration.ofMillis(500);
  private static final Duration LONGEST_WINDOW = Duration.ofSeconds(30);
  private static final Duration SHORTEST_HOP = Duration.ofMillis(100);

  public ModelManifest {
    labels = List.copyOf(labels);
    calmLogits = List.copyOf(calmLogits);
    require(!name.isBlank(), "name must not be blank");
    require(!labels.isEmpty(), "labels are missing");
    require(
        labels.stream().noneMatch(l -> l.isBlank() || l.length() > LONGEST_LABEL),
        "labels must be 1 to %d characters long".formatted(LONGEST_LABEL));
    require(new HashSet<>(labels).size() == labels.size(), "labels must differ from one another");
    require(
        !labels.contains(EmotionScores.UNCERTAIN),
        "labels must not hold '%s', which stands for no label".formatted(EmotionScores.UNCERTAIN));
    require(
        window.length().compareTo(SHORTEST_WINDOW) >= 0
            && window.length().compareTo(LONGEST_WINDOW) <= 0,
        "window.length must be PT0.5S to PT30S, not " + window.length());
    require(
        window.hop().compareTo(SHORTEST_HOP) >= 0,
        "window.hop must be at least PT0.1S, not " + window.hop());
    require(
        features.sampleRate() == TelephoneLine.SAMPLE_RATE,
        "features.sampleRate must be that of the telephone line, %d, not %d"
            .formatted(TelephoneLine.SAMPLE_RATE, features.sampleRate()));
    require(
        temperature > 0 && temperature < Float.POSITIVE_INFINITY, "temperature must be above 0");
    require(
        calmLogits.isEmpty() || calmLogits.size() == labels.size(),
        "calmLogits must be as many as the labels, %d, or none, not %d"
            .formatted(labels.size(), calmLogits.size()));
    require(uncertainBelow >= 0 && uncertainBelow <= 1, "uncertainBelow must be between 0 and 1");
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }

  /** What a window carries for the network. */
  public WindowFeatures windowFeatures() {
    return network.input() instanceof NetworkInput.LogMel ? features : Waveform.TELEPHONE;
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
  public ModelManifest calibrated(
      String calibration, float newTemperature, float threshold, List<Float> calm) {
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
        calm,
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
        calmLogits,
        sha256);
  }
}

package io.temperline.reference.sound;

import io.temperline.speech.features.FrameTable;
import io.temperline.speech.features.catalogue.Feature;
import io.temperline.speech.features.catalogue.FeatureCatalogue;
import io.temperline.speech.features.catalogue.Parameter;
import io.temperline.speech.features.catalogue.UnusableParameterException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A feature of the catalogue with parameters of a system's own.
 *
 * @param name in the catalogue
 * @param parameters by their labels, as {@code n-fft}, those that are not to have their defaults
 */
public record FeatureChoice(String name, Map<String, String> parameters) {

  /**
   * @throws UnusableParameterException if there is no such feature, or it has no such parameter
   */
  public FeatureChoice {
    parameters = Map.copyOf(new TreeMap<>(parameters));
    values(new FeatureCatalogue().get(name), parameters);
  }

  /**
   * The feature over a whole signal.
   *
   * @param samples full scale [-1, 1]
   * @param sampleRate samples per second
   */
  FrameTable compute(float[] samples, int sampleRate) {
    Feature feature = new FeatureCatalogue().get(name);
    return feature.compute(samples, sampleRate, values(feature, parameters));
  }

  private static Map<Parameter, Double> values(Feature feature, Map<String, String> parameters) {
    Map<Parameter, Double> values = new EnumMap<>(Parameter.class);
    parameters.forEach(
        (label, text) -> {
          Parameter parameter =
              feature.defaults().keySet().stream()
                  .filter(candidate -> candidate.label().equals(label))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "%s has no parameter %s".formatted(feature.name(), label)));
          values.put(parameter, parameter.parse(text));
        });
    return values;
  }
}

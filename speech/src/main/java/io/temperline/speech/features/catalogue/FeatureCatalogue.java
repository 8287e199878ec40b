package io.temperline.speech.features.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All frame-wise features, by name. */
public final class FeatureCatalogue {

  private static final int DISTANT = 12;

  private final Map<String, Feature> features = new LinkedHashMap<>();

  public FeatureCatalogue() {
    Stream.of(
            WaveformFeatures.all(),
            SpectralFeatures.all(),
            CepstralFeatures.all(),
            TonalFeatures.all(),
            PitchFeatures.all(),
            VoiceFeatures.all())
        .flatMap(List::stream)
        .forEach(feature -> features.put(feature.name(), feature));
  }

  /** In the order in which they are to be listed. */
  public Collection<Feature> all() {
    return List.copyOf(features.values());
  }

  /**
   * The feature of a name.
   *
   * @throws UnusableParameterException if there is none; the message has the nearest name
   */
  public Feature get(String name) {
    Feature feature = features.get(name);
    if (feature == null) {
      throw new UnusableParameterException("no feature is named '" + name + "'" + suggestion(name));
    }
    return feature;
  }

  private String suggestion(String name) {
    String nearest = null;
    int least = DISTANT;
    for (String candidate : features.keySet()) {
      // What begins with the name is near, however long its rest.
      int distance = candidate.startsWith(name) ? 0 : EditDistance.between(name, candidate);
      if (distance < least) {
        least = distance;
        nearest = candidate;
      }
    }
    return nearest == null ? "; see --list" : " (did you mean " + nearest + "?)";
  }
}

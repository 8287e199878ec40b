package io.temperline.speech.features.catalogue;

import io.temperline.speech.features.FeatureStream;
import io.temperline.speech.features.FrameCollector;
import io.temperline.speech.features.FrameSink;
import io.temperline.speech.features.FrameTable;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** A feature by name, with its defaults. Immutable; whatever it opens is for one channel. */
public final class Feature {

  /** How a feature is made of its parts. */
  @FunctionalInterface
  interface Recipe {
    FeatureStream open(Settings settings, FrameSink sink);
  }

  /** How many samples after i · hop must have come before frame i comes out. */
  @FunctionalInterface
  interface LookAhead {

    /** All of them. */
    LookAhead WHOLE_SIGNAL = settings -> OptionalInt.empty();

    OptionalInt of(Settings settings);
  }

  private final String name;
  private final String summary;
  private final String source;
  private final Map<Parameter, Double> defaults;
  private final LookAhead lookAhead;
  private final Recipe recipe;

  Feature(
      String name,
      String summary,
      String source,
      Map<Parameter, Double> defaults,
      LookAhead lookAhead,
      Recipe recipe) {
    this.name = name;
    this.summary = summary;
    this.source = source;
    this.defaults = Map.copyOf(defaults);
    this.lookAhead = lookAhead;
    this.recipe = recipe;
  }

  public String name() {
    return name;
  }

  /** What a frame's values are, with their unit. */
  public String summary() {
    return summary;
  }

  /** The paper or library that defines it. */
  public String source() {
    return source;
  }

  /** Its parameters, in order, with the values that they have unless others are given. */
  public Map<Parameter, Double> defaults() {
    Map<Parameter, Double> ordered = new EnumMap<>(Parameter.class);
    ordered.putAll(defaults);
    return ordered;
  }

  /**
   * Starts it on a channel.
   *
   * @param sampleRate samples per second
   * @param changed parameters that are not to have their defaults
   * @param sink gets a frame when the last sample that it sees, or {@link #lookAhead}, has come
   * @throws UnusableParameterException if the feature has no such parameter, or cannot be computed
   *     with these values at this rate
   */
  public FeatureStream open(int sampleRate, Map<Parameter, Double> changed, FrameSink sink) {
    Settings settings = settings(sampleRate, changed);
    try {
      return recipe.open(settings, sink);
    } catch (IllegalArgumentException e) {
      throw unusable(e);
    }
  }

  /**
   * Computes it over a whole signal: the stream of {@link #open}, from the first sample to the end.
   *
   * @param samples full scale [-1, 1]
   * @param sink gets the frames
   * @throws UnusableParameterException as from {@link #open}, or if the signal is too short
   */
  public void compute(
      float[] samples, int sampleRate, Map<Parameter, Double> changed, FrameSink sink) {
    FeatureStream stream = open(sampleRate, changed, sink);
    try {
      stream.push(samples, 0, samples.length);
      stream.end();
    } catch (IllegalArgumentException e) {
      throw unusable(e);
    }
  }

  /** As the other, with all frames in one table. */
  public FrameTable compute(float[] samples, int sampleRate, Map<Parameter, Double> changed) {
    FrameCollector frames = new FrameCollector();
    compute(samples, sampleRate, changed, frames);
    return frames.table();
  }

  /**
   * How many samples at and after i · hop must have been pushed for frame i to be out; nothing if
   * frames come at the end of the signal alone.
   */
  public OptionalInt lookAhead(int sampleRate, Map<Parameter, Double> changed) {
    return lookAhead.of(settings(sampleRate, changed));
  }

  @Override
  public String toString() {
    return name;
  }

  private Settings settings(int sampleRate, Map<Parameter, Double> changed) {
    Map<Parameter, Double> values = defaults();
    for (Parameter parameter : changed.keySet()) {
      if (!values.containsKey(parameter)) {
        throw new UnusableParameterException(
            "%s has no --%s; it has %s".formatted(name, parameter.label(), parameterList()));
      }
    }
    values.putAll(changed);
    return new Settings(sampleRate, values);
  }

  private String parameterList() {
    return defaults().keySet().stream()
        .map(parameter -> "--" + parameter.label())
        .collect(Collectors.joining(", "));
  }

  private UnusableParameterException unusable(IllegalArgumentException e) {
    return new UnusableParameterException(name + ": " + e.getMessage(), e);
  }
}

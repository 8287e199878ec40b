package io.temperline.reference.sound;

import io.temperline.speech.functionals.Functionals;
import java.util.function.ToDoubleFunction;

/** What is told of a column of a feature over all frames. */
public enum Functional {
  MEAN(Functionals::mean),
  STANDARD_DEVIATION(Functionals::standardDeviation),
  SKEWNESS(Functionals::skewness),
  KURTOSIS(Functionals::kurtosis),
  SLOPE(Functionals::slope);

  private final ToDoubleFunction<Functionals> value;

  Functional(ToDoubleFunction<Functionals> value) {
    this.value = value;
  }

  float of(Functionals functionals) {
    return (float) value.applyAsDouble(functionals);
  }
}

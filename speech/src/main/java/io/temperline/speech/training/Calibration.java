package io.temperline.speech.training;

import io.temperline.speech.model.Softmax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Fits the temperature that makes probabilities mean what they say (Guo, Pleiss, Sun and
 * Weinberger, "On Calibration of Modern Neural Networks", ICML 2017), and the confidence that an
 * answer needs to be given.
 */
final class Calibration {

  /** How often an emotion that is named is to be the right one. */
  private static final double NAMED_RIGHT = 0.75;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final double LOWEST = 0.2;
  private static final double HIGHEST = 5;
  private static final double PRECISION = 1e-3;

  /**
   * A window of a speaker that the network was not trained on.
   *
   * @param speaker who speaks in it
   * @param logits the network's outputs
   * @param label index of the true label
   */
  record Outcome(String speaker, float[] logits, int label) {

    int top() {
      int top = 0;
      for (int i = 1; i < logits.length; i++) {
        top = logits[i] > logits[top] ? i : top;
      }
      return top;
    }
  }

  private Calibration() {}

  /**
   * The temperature of the least mean negative log-likelihood, by golden-section search in [0.2,
   * 5].
   */
  static float temperature(List<Outcome> outcomes) {
    double low = LOWEST;
    double high = HIGHEST;
    while (high - low > PRECISION) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (loss(outcomes, left) < loss(outcomes, right)) {
        high = right;
      } else {
        low = left;
      }
    }
    return (float) ((low + high) / 2);
  }

  /**
   * The lowest confidence from which on answers are right at least {@value #NAMED_RIGHT} of the
   * time; 1 where even the surest are not.
   *
   * @param temperature the one that the confidences are taken at
   */
  static float uncertainBelow(List<Outcome> outcomes, float temperature) {
    List<Answer> surestFirst =
        outcomes.stream()
            .map(outcome -> Answer.of(outcome, temperature))
            .sorted(Comparator.comparingDouble(Answer::confidence).reversed())
            .toList();
    float threshold = 1;
    int right = 0;
    for (int i = 0; i < surestFirst.size(); i++) {
      right += surestFirst.get(i).right() ? 1 : 0;
      if (right >= NAMED_RIGHT * (i + 1)) {
        threshold = surestFirst.get(i).confidence();
      }
    }
    return threshold;
  }

  private record Answer(float confidence, boolean right) {

    static Answer of(Outcome outcome, float temperature) {
      int top = outcome.top();
      return new Answer(Softmax.of(outcome.logits(), temperature)[top], top == outcome.label());
    }
  }

  /**
   * The mean logits of neutral windows that pass for calm, each speaker counting alike; empty where
   * there are none.
   *
   * @param neutral the label of neutral speech
   * @param calm the labels that pass for calm
   */
  static List<Float> calmLogits(List<Outcome> outcomes, int neutral, Set<Integer> calm) {
    Map<String, List<float[]>> speakers =
        outcomes.stream()
            .filter(outcome -> outcome.label() == neutral && calm.contains(outcome.top()))
            .collect(
                Collectors.groupingBy(
                    Outcome::speaker,
                    TreeMap::new,
                    Collectors.mapping(Outcome::logits, Collectors.toList())));
    List<float[]> means = speakers.values().stream().map(Calibration::mean).toList();
    List<Float> mean = new ArrayList<>();
    for (float logit : means.isEmpty() ? new float[0] : mean(means)) {
      mean.add(logit);
    }
    return mean;
  }

  private static float[] mean(List<float[]> rows) {
    float[] mean = new float[rows.get(0).length];
    for (float[] row : rows) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += row[i] / rows.size();
      }
    }
    return mean;
  }

  private static double loss(List<Outcome> outcomes, double temperature) {
    double sum = 0;
    for (Outcome outcome : outcomes) {
      float[] probabilities = Softmax.of(outcome.logits(), (float) temperature);
      sum -= Math.log(Math.max(probabilities[outcome.label()], 1e-12));
    }
    return sum / outcomes.size();
  }
}

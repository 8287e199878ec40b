package io.temperline.reference.learning;

import io.temperline.reference.sound.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** How the values of a sample are scaled before a classifier gets them. */
public enum Scaling {
  /** As they are. */
  NONE {
    @Override
    public UnaryOperator<Sample> learnedFrom(List<Sample> train) {
      return UnaryOperator.identity();
    }
  },

  /** Each group of values to a mean of 0 and a variance of 1 over the clips learned from. */
  STANDARD {
    @Override
    public UnaryOperator<Sample> learnedFrom(List<Sample> train) {
      return new Standardization(train)::apply;
    }
  };

  /**
   * @param train at least one, all of one shape
   * @return the scaling with what it needs to know of these alone
   */
  public abstract UnaryOperator<Sample> learnedFrom(List<Sample> train);

  private static final class Standardization {

    private final double[] means;
    private final double[] deviations;

    Standardization(List<Sample> train) {
      int groups = train.get(0).values().length / train.get(0).group();
      means = new double[groups];
      deviations = new double[groups];
      double[] squares = new double[groups];
      double count = (double) train.size() * train.get(0).group();
      for (Sample sample : train) {
        for (int i = 0; i < sample.values().length; i++) {
          double value = sample.values()[i];
          means[i / sample.group()] += value / count;
          squares[i / sample.group()] += value * value / count;
        }
      }
      Arrays.setAll(
          deviations,
          group -> Math.sqrt(Math.max(0, squares[group] - means[group] * means[group])));
    }

    Sample apply(Sample sample) {
      float[] scaled = new float[sample.values().length];
      for (int i = 0; i < scaled.length; i++) {
        int group = i / sample.group();
        double deviation = deviations[group] > 1e-9 ? deviations[group] : 1;
        scaled[i] = (float) ((sample.values()[i] - means[group]) / deviation);
      }
      return sample.with(scaled);
    }
  }
}

package io.temperline.speech.features.pitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PeriodDipsTest {

  private static final int LENGTH = 64;
  private static final PitchRange RANGE = new PitchRange(8000, LENGTH, 200, 4000);

  @Test
  void areTheDifferencesOverTheirRunningMean() {
    float[] frame = noise();
    PeriodDips dips = new PeriodDips(RANGE);
    dips.compute(frame);

    double sum = 0;
    for (int period = 1; period <= RANGE.maxPeriod(); period++) {
      double difference = difference(frame, period);
      sum += difference;
      if (period >= RANGE.minPeriod()) {
        assertThat(dips.depth(period - RANGE.minPeriod()))
            .as("period %d", period)
            .isCloseTo(difference / (sum / period), within(1e-9));
      }
    }
  }

  /** The frame against itself moved, with silence after its end; at 1 the first sample too. */
  private static double difference(float[] frame, int period) {
    double sum = period == 1 ? (double) frame[0] * frame[0] : 0;
    for (int i = period; i < LENGTH + period; i++) {
      double sample = i < LENGTH ? frame[i] : 0;
      double away = sample - frame[i - period];
      sum += away * away;
    }
    return sum;
  }

  private static float[] noise() {
    Random random = new Random(2);
    float[] noise = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      noise[i] = (float) random.nextGaussian();
    }
    return noise;
  }
}

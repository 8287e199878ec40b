package io.temperline.speech.features.waveform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.features.FrameFunction;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WaveformFeaturesTest {

  @Test
  void countsChangesOfSignWithZeroAsPositive() {
    assertThat(apply(new ZeroCrossings(), 1, -1, 1, 0, -1)).isCloseTo(3 / 5f, within(1e-6f));
    assertThat(apply(new ZeroCrossings(), 0, 1e-11f, -1e-11f, 0)).isZero();
  }

  @Test
  void theEntropyOfAnEvenFrameIsTheLogarithmOfItsParts() {
    float[] even = new float[16];
    Arrays.fill(even, 0.5f);
    assertThat(apply(new EnergyEntropy(16, 8), even)).isCloseTo(3, within(1e-6f));

    float[] click = new float[16];
    click[5] = 1;
    assertThat(apply(new EnergyEntropy(16, 8), click)).isZero();
    assertThat(apply(new EnergyEntropy(16, 8), new float[16])).isZero();
  }

  private static float apply(FrameFunction step, float... frame) {
    float[] out = new float[1];
    step.apply(frame, out);
    return out[0];
  }
}

package io.temperline.speech.features.pitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.temperline.speech.features.FrameCollector;
import io.temperline.speech.features.Framer;
import io.temperline.speech.features.Padding;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PitchTest {

  private static final PitchRange RANGE = new PitchRange(8000, 512, 65, 400);

  @ParameterizedTest
  @ValueSource(doubles = {80, 123.4, 200, 330})
  void hearsThePitchOfAHarmonicSound(double hz) {
    float[] pitch = new float[1];
    new Yin(RANGE, 0.1).apply(harmonics(512, hz), pitch);

    assertThat(pitch[0]).isCloseTo((float) hz, within((float) hz / 100));
  }

  @Test
  void followsAVoiceAndTellsItFromNoise() {
    float[] samples = new float[12_000];
    System.arraycopy(harmonics(6_000, 150), 0, samples, 0, 6_000);
    Random random = new Random(5);
    for (int i = 6_000; i < samples.length; i++) {
      samples[i] = (float) (0.2 * random.nextGaussian());
    }
    FrameCollector path = new FrameCollector();
    Framer framer = new Framer(512, 80, Padding.ZERO, Pyin.path(RANGE, 80, path));
    framer.push(samples, 0, samples.length);
    assertThat(path.table().frames()).isZero();
    framer.end();

    for (int frame = 5; frame < 70; frame++) {
      assertThat(path.table().get(frame, 0)).isCloseTo(150, within(1.5f));
      assertThat(path.table().get(frame, 1)).isEqualTo(1);
    }
    for (int frame = 85; frame < 145; frame++) {
      assertThat(path.table().get(frame, 0)).isZero();
      assertThat(path.table().get(frame, 1)).isZero();
    }
  }

  @Test
  void silenceIsUnvoiced() {
    float[] probability = {1};
    Pyin.voicedProbability(RANGE).apply(new float[512], probability);

    assertThat(probability[0]).isZero();
  }

  @Test
  void refusesPitchesThatNoFrameHolds() {
    assertThatThrownBy(() -> new PitchRange(8000, 100, 65, 400))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a period of 65.0 Hz does not fit a frame of 100 samples");
    assertThatThrownBy(() -> new PitchRange(8000, 512, 65, 5000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("between 0 and 4000.0 Hz");
    assertThatThrownBy(() -> Pyin.path(RANGE, 8000, new FrameCollector()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shorten the hop");
  }

  private static float[] harmonics(int length, double hz) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      for (int harmonic = 1; harmonic <= 6; harmonic++) {
        samples[i] += (float) (0.2 * Math.sin(2 * Math.PI * harmonic * hz * i / 8000) / harmonic);
      }
    }
    return samples;
  }
}

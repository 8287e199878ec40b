package io.temperline.speech.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class GoldenFeaturesTest {

  private static final LogMelConfig CENTRED = new LogMelConfig(8000, 256, 256, 80, 64, 0, 4000);

  @Test
  void theExtractorOfTheLivePathComputesTheDecibelsOfTheReference() throws IOException {
    float[] signal = Golden.signal();
    float[] centred = new float[signal.length + CENTRED.fftSize()];
    System.arraycopy(signal, 0, centred, CENTRED.fftSize() / 2, signal.length);

    float[] actual = new LogMelExtractor(CENTRED).frames(centred);

    float[][] expected = Golden.values("log_mel_db_64");
    assertThat(actual).hasSize(expected.length * 64);
    float loudest = Float.NEGATIVE_INFINITY;
    for (float value : actual) {
      loudest = Math.max(loudest, value);
    }
    for (int i = 0; i < actual.length; i++) {
      // The reference has top_db 80: nothing lies further below the loudest value.
      float floored = Math.max(actual[i], loudest - 80);
      float reference = expected[i / 64][i % 64];
      assertThat(Math.abs(floored - reference))
          .as("frame %d, band %d", i / 64, i % 64)
          .isLessThanOrEqualTo(1e-4f);
    }
  }
}

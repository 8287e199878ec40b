package io.temperline.speech.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class GoldenFeaturesTest {

  private static final float TOLERANCE = 1e-3f;
  private static final int HOP = Golden.CONFIG.hop();

  private final float[] signal = Golden.centredSignal();
  private final LogMelExtractor extractor = new LogMelExtractor(Golden.CONFIG);

  @Test
  void computesTheSpectrumOfTheReference() throws IOException {
    PowerSpectrum spectrum = new PowerSpectrum(256, 256);

    float[][] actual = new float[Golden.FRAMES][spectrum.bins()];
    for (int i = 0; i < Golden.FRAMES; i++) {
      spectrum.compute(signal, i * HOP, actual[i]);
      for (int k = 0; k < actual[i].length; k++) {
        actual[i][k] = (float) Math.sqrt(actual[i][k]);
      }
    }

    // Below this a bin is the rounding of 32-bit transforms, which differs between libraries.
    assertClose(actual, Golden.values("stft_magnitude"), 1e-4f);
  }

  @Test
  void computesTheMelSpectrogramOfTheReference() throws IOException {
    float[][] actual = new float[Golden.FRAMES][Golden.CONFIG.bands()];
    for (int i = 0; i < Golden.FRAMES; i++) {
      extractor.melPower(signal, i * HOP, actual[i], 0);
    }

    assertClose(actual, Golden.values("melspectrogram_power_slaney_64"), 0);
  }

  @Test
  void computesTheDecibelsOfTheReference() throws IOException {
    float[] frames = extractor.frames(signal);
    float[][] actual = new float[Golden.FRAMES][Golden.CONFIG.bands()];
    for (int i = 0; i < frames.length; i++) {
      actual[i / 64][i % 64] = frames[i];
    }

    assertClose(floored(actual), Golden.values("log_mel_db_64"), 0);
  }

  @Test
  void computesTheRmsOfTheReference() throws IOException {
    float[][] actual = new float[Golden.FRAMES][1];
    for (int i = 0; i < Golden.FRAMES; i++) {
      actual[i][0] = Rms.of(signal, i * HOP, 256);
    }

    assertClose(actual, Golden.values("rms"), 0);
  }

  /** The reference has top_db 80: nothing lies further below the loudest value. */
  private static float[][] floored(float[][] decibels) {
    float loudest = Float.NEGATIVE_INFINITY;
    for (float[] row : decibels) {
      for (float value : row) {
        loudest = Math.max(loudest, value);
      }
    }
    for (float[] row : decibels) {
      for (int i = 0; i < row.length; i++) {
        row[i] = Math.max(row[i], loudest - 80);
      }
    }
    return decibels;
  }

  private static void assertClose(float[][] actual, float[][] expected, float absolute) {
    assertThat(actual).hasDimensions(expected.length, expected[0].length);
    for (int i = 0; i < expected.length; i++) {
      for (int j = 0; j < expected[i].length; j++) {
        assertThat(Math.abs(actual[i][j] - expected[i][j]))
            .as("frame %d, column %d: %s for %s", i, j, actual[i][j], expected[i][j])
            .isLessThanOrEqualTo(Math.max(TOLERANCE * Math.abs(expected[i][j]), absolute));
      }
    }
  }
}
